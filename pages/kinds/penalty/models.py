"""Penalty decisions (行政处罚决定), items of the 双公示 penalty standard (发改办财金〔2018〕790号; law.md 4.3)."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from pages.base.decision_links import CitedArticle
from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from rules.models.terms import Vocabulary, money_field, term_field, terms_field
from rules.windows import WindowCase


class PenaltyDecisionPage(NumberedDecisionPage):
    kind = "penalty"
    subject_field = "violation_kind"
    title_end = "案"

    violation_kind = models.CharField(_("Kind of violation"), max_length=2000, blank=True)
    facts = models.TextField(_("Facts of the violation"))
    basis = models.TextField(_("Basis of the penalty"), blank=True)
    procedure = term_field(_("Procedure"), Vocabulary.PROCEDURE)
    grade = term_field(_("Severity"), Vocabulary.GRADE)
    domain = term_field(_("Field of enforcement"), Vocabulary.DOMAIN)
    penalty_types = terms_field(_("Penalty types"), Vocabulary.PENALTY_TYPE)
    other_penalty = models.CharField(_("Other penalty, named"), max_length=255, blank=True)
    result = models.TextField(_("Content of the penalty"), blank=True)
    fine = money_field(_("Fine (yuan)"))
    confiscated = money_field(_("Confiscated gains and goods (yuan)"))
    licence = models.CharField(_("Name and number of suspended or revoked licence"), max_length=200, blank=True)
    orders = models.TextField(
        _("Orders to correct and the like"), blank=True, help_text=_("An order is no penalty type.")
    )
    filed_on = models.DateField(_("Date of filing"), null=True, blank=True)
    notified_on = models.DateField(_("Date of notice before the penalty"), null=True, blank=True)
    served_on = models.DateField(_("Date of service"), null=True, blank=True)
    effect_until = models.DateField(_("Penalty in effect until"), null=True, blank=True)
    declared_window_end = models.DateField(_("Declared end of publicity"), null=True, blank=True)
    remedy = models.TextField(_("Remedies"), blank=True)
    power = models.ForeignKey(
        "pages.PowerPage", verbose_name=_("Power"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    benchmark = models.ForeignKey(
        "pages.BenchmarkPage",
        verbose_name=_("Discretion benchmark"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    benchmark_reason = models.TextField(
        _("Reason for an amount outside the benchmark"), blank=True, help_text=_("Internal, not shown to the public.")
    )
    officers = ParentalManyToManyField(
        "pages.Officer", verbose_name=_("Enforcement officers"), blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("Penalty decision")
        verbose_name_plural = _("Penalty decisions")
        indexes = [models.Index(fields=["decided_on"], name="pages_penalty_decided")]
        permissions = [("override_window", _("May set another publicity window, with a reason"))]

    def window_case(self) -> WindowCase | None:
        """The facts of this decision that its publicity window depends on."""
        if self.decided_on is None:
            return None
        return WindowCase(
            act=self.kind,
            decided_on=self.decided_on,
            procedure=self.procedure.code if self.procedure_id else "",
            penalty_types=tuple(term.code for term in self.penalty_types.all()),
            party_categories=tuple(party.category_code for party in self.parties.all()),
            grade=self.grade.code if self.grade_id else "",
            domain=self.domain.code if self.domain_id else "",
            declared_end=self.declared_window_end,
            effect_until=self.effect_until,
        )

    def amount_fen(self) -> int | None:
        """Fine and what was confiscated; None when neither is stated."""
        stated = [Decimal(amount) for amount in (self.fine, self.confiscated) if amount is not None]
        return int(sum(stated) * 100) if stated else None


class PenaltyParty(Party):
    page: Any = ParentalKey(PenaltyDecisionPage, on_delete=models.CASCADE, related_name="parties")


class PenaltyArticle(CitedArticle):
    """An article that a penalty decision applies."""

    page: Any = ParentalKey(PenaltyDecisionPage, on_delete=models.CASCADE, related_name="cited")
