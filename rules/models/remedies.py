"""Remedies (救济渠道) as dated rules: what the law gives, by procedure and day of the act (law.md 15)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from rules.models.terms import Vocabulary, term_field


class RemedyRule(models.Model):
    """What the law gives against an act of a procedure on a day; without a procedure: against every act."""

    procedure = term_field(_("Procedure"), Vocabulary.PROCEDURE, help_text=_("Empty: any, and other acts."))
    valid_from = models.DateField(_("In force from"), null=True, blank=True)
    valid_to = models.DateField(_("In force to"), null=True, blank=True)
    text = models.TextField(_("Text"))
    text_en = models.TextField(_("Text in English"), blank=True)
    basis = models.TextField(_("Basis"))

    panels = [
        FieldPanel("procedure"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("text"),
        FieldPanel("text_en"),
        FieldPanel("basis"),
    ]

    class Meta:
        verbose_name = _("Remedy by law")
        verbose_name_plural = _("Remedies by law")
        ordering = ["procedure__weight", "-valid_from", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        """Dates in order."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("Nothing can end before it begins.")})

    @property
    def display(self) -> str:
        """The text in the reader's language."""
        return self.text_en if self.text_en and (get_language() or "").startswith("en") else self.text


class RemedyTable:
    """All rules, read once (one query), for what is written into decisions: the text of the law in Chinese."""

    def __init__(self) -> None:
        rules = RemedyRule.objects.select_related("procedure").order_by("pk")
        self._rules = sorted(rules, key=lambda rule: rule.valid_from or date.min, reverse=True)

    def proposed(self, day: date, procedure: str = "") -> str:
        """What the law gives against an act of a day; ``procedure`` is a code, empty while nobody has said which.

        Without a procedure it is the rule for every act, which names the exception of 当场处罚 instead of guessing.
        Empty when no rule covers the day.
        """
        covering = [rule for rule in self._rules if _covers(rule, day)]
        own = [rule for rule in covering if procedure and rule.procedure_id and rule.procedure.code == procedure]
        general = [rule for rule in covering if rule.procedure_id is None]
        return next((rule.text for rule in (*own, *general)), "")

    def is_proposed(self, text: str) -> bool:
        """Whether a text is one of the rules' own, word by word: nobody has written anything else."""
        return any(rule.text == text.strip() for rule in self._rules)


def _covers(rule: RemedyRule, day: date) -> bool:
    return (rule.valid_from or day) <= day <= (rule.valid_to or day)


def remedy_by_law(day: date, procedure: str = "") -> str:
    """What the law gives against an act of a day (one query).

    ``procedure`` is the Chinese name or the code of the procedure; the rule of that procedure comes before the general
    one, the newest first. Empty when no rule covers the day.
    """
    covers = (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    own = Q(procedure__isnull=True)
    if procedure:
        own |= Q(procedure__label=procedure) | Q(procedure__code=procedure)
    found = RemedyRule.objects.filter(covers, own).order_by(
        models.F("procedure").asc(nulls_last=True), models.F("valid_from").desc(nulls_last=True), "pk"
    )
    rule = found.first()
    return rule.display if rule else ""
