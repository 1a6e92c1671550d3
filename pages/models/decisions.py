"""Penalty decisions (行政处罚决定), items of the 双公示 penalty standard (发改办财金〔2018〕790号; law.md 4.3)."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from pages.admin.forms.copy import DecisionCopyForm
from pages.admin.forms.decision import DecisionForm
from pages.admin.panels import decision_panels, party_panels
from pages.models.disclosure import DisclosurePage
from pages.models.terms import Term, Vocabulary
from pages.numbers import DocumentNumber, UnreadableNumberError, parse_number
from pages.titles import compose_slug, compose_title, digest
from pages.windows import WindowCase


def _term(verbose_name, vocabulary: str) -> models.ForeignKey:
    """A choice from a vocabulary, kept as long as a record uses it."""
    return models.ForeignKey(
        Term,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary},
    )


def _money(verbose_name) -> models.DecimalField:
    """An amount in yuan with two places (the form's 万元 has six)."""
    return models.DecimalField(
        verbose_name, max_digits=18, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )


class PenaltyDecisionPage(DisclosurePage):
    """One penalty decision with its parties."""

    kind = "penalty"

    doc_no = models.CharField(
        _("Document number"), max_length=128, help_text=_("As on the document, e.g. 兴住建罚决字〔2026〕1号.")
    )
    doc_no_norm = models.CharField(max_length=128, blank=True, editable=False, db_index=True)
    violation_kind = models.CharField(_("Kind of violation"), max_length=2000, blank=True)
    facts = models.TextField(_("Facts of the violation"))
    basis = models.TextField(_("Basis of the penalty"), blank=True)
    procedure = _term(_("Procedure"), Vocabulary.PROCEDURE)
    grade = _term(_("Severity"), Vocabulary.GRADE)
    domain = _term(_("Field of enforcement"), Vocabulary.DOMAIN)
    penalty_types = ParentalManyToManyField(
        Term,
        verbose_name=_("Penalty types"),
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.PENALTY_TYPE},
    )
    other_penalty = models.CharField(_("Other penalty, named"), max_length=255, blank=True)
    result = models.TextField(_("Content of the penalty"), blank=True)
    fine = _money(_("Fine (yuan)"))
    confiscated = _money(_("Confiscated gains and goods (yuan)"))
    licence = models.CharField(_("Name and number of suspended or revoked licence"), max_length=200, blank=True)
    orders = models.TextField(
        _("Orders to correct and the like"), blank=True, help_text=_("An order is no penalty type.")
    )
    decided_on = models.DateField(_("Date of decision"), null=True)
    served_on = models.DateField(_("Date of service"), null=True, blank=True)
    effect_until = models.DateField(_("Penalty in effect until"), null=True, blank=True)
    declared_window_end = models.DateField(_("Declared end of publicity"), null=True, blank=True)
    remedy = models.TextField(_("Remedies"), blank=True)
    remark = models.TextField(_("Remark"), blank=True)

    exclude_fields_in_copy = [*DisclosurePage.exclude_fields_in_copy, "doc_no", "doc_no_norm"]
    base_form_class = DecisionForm
    copy_form_class = DecisionCopyForm
    content_panels = decision_panels()
    parent_page_types = ["pages.ArchiveYearPage"]
    subpage_types: list[str] = []
    is_creatable = True

    class Meta:
        verbose_name = _("Penalty decision")
        verbose_name_plural = _("Penalty decisions")
        indexes = [models.Index(fields=["decided_on"], name="pages_penalty_decided")]
        permissions = [("override_window", _("May set another publicity window, with a reason"))]

    def compute(self) -> None:
        """Normalised number, natural key, title and slug follow from the facts."""
        super().compute()
        self._compute_number()
        parties = list(self.parties.all())
        title = compose_title([(party.name, party.category_code) for party in parties], self.violation_kind)
        self.title = title or self.title or self.doc_no or gettext("Decision without number")
        if not self.pk or not self.slug:
            self.slug = self._free_slug(self.slug or compose_slug(self.doc_no, self.natural_key))

    def _free_slug(self, slug: str) -> str:
        """Two authorities can have decisions with the same year and serial: the later one gets a mark of its key."""
        parent = self.get_parent() if self.path else None
        if not slug:
            slug = digest(f"{self.doc_no}{self.title}{uuid.uuid4()}") if parent else ""
        if not slug or parent is None or type(self)._slug_is_available(slug, parent, self):
            return slug
        return f"{slug}-{digest(self.natural_key or str(uuid.uuid4()))}"

    def key_for(self, number: DocumentNumber) -> str | None:
        """The natural key of this record with a number; None while its authority is unknown."""
        authority = self.authority_code or self.authority_name
        return f"{self.kind}|{authority}|{number.normalised}" if authority else None

    def after_revision(self) -> None:
        """Seal the identity numbers that the form handed over."""
        from pages.identity import seal_numbers

        numbers = self.__dict__.pop("identity_numbers", None)
        if numbers:
            seal_numbers(self.pk, numbers)

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
        )

    def _compute_number(self) -> None:
        try:
            number = parse_number(self.doc_no or "")
        except UnreadableNumberError:
            self.doc_no_norm, self.natural_key = "", None
            return
        self.doc_no_norm = number.normalised
        self.natural_key = self.key_for(number)

    def attachment_documents(self) -> list[int]:
        """Ids of the documents that this record would show."""
        return [attachment.document_id for attachment in self.attachments.all()]


class PenaltyParty(Orderable):
    """A party (行政相对人), items 1–10 and 12; the identity numbers (11, 13) live in ``PartyIdentity``."""

    page = ParentalKey(PenaltyDecisionPage, on_delete=models.CASCADE, related_name="parties")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name of party"), max_length=200)
    category = _term(_("Category of party"), Vocabulary.PARTY_CATEGORY)
    credit_code = models.CharField(_("Unified social credit code"), max_length=18, blank=True)
    registration_no = models.CharField(_("Business registration number"), max_length=50, blank=True)
    organisation_code = models.CharField(_("Organisation code"), max_length=50, blank=True)
    tax_no = models.CharField(_("Tax registration number"), max_length=50, blank=True)
    institution_no = models.CharField(_("Public institution certificate number"), max_length=50, blank=True)
    social_org_no = models.CharField(_("Social organisation certificate number"), max_length=50, blank=True)
    representative = models.CharField(_("Legal representative"), max_length=50, blank=True)
    representative_id_type = models.CharField(_("Identity document of the representative"), max_length=64, blank=True)
    id_type = models.CharField(_("Identity document"), max_length=64, blank=True)

    panels = party_panels()

    class Meta(Orderable.Meta):
        verbose_name = _("Party")
        verbose_name_plural = _("Parties")

    def __str__(self) -> str:
        return self.name

    @property
    def category_code(self) -> str:
        """Code of the category; an organisation unless said otherwise."""
        return self.category.code if self.category_id else "organisation"


class DecisionAttachment(Orderable):
    """A file shown with a decision while that decision is public."""

    page = ParentalKey(PenaltyDecisionPage, on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(_("Title"), max_length=200, blank=True)
    document = models.ForeignKey(
        "pages.BureauDocument", verbose_name=_("File"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("Attachment")
        verbose_name_plural = _("Attachments")

    def __str__(self) -> str:
        return self.title or self.document.title
