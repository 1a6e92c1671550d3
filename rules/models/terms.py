"""Editable vocabularies (代码表): choices that law or practice may change, as dated rows."""

from datetime import date
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Vocabulary(models.TextChoices):
    """The lists a term can belong to; each has one use on a page."""

    PENALTY_TYPE = "penalty_type", _("Penalty type")
    PARTY_CATEGORY = "party_category", _("Category of party")
    PROCEDURE = "procedure", _("Procedure")
    GRADE = "grade", _("Severity")
    DOMAIN = "domain", _("Field of enforcement")
    IDENTITY_DOCUMENT = "identity_document", _("Type of identity document")
    PERMIT_KIND = "permit_kind", _("Kind of permit")
    ENFORCEMENT_CATEGORY = "enforcement_category", _("Category of enforcement")
    WITHDRAWAL_GROUND = "withdrawal_ground", _("Ground of withdrawal")
    NOTICE_CATEGORY = "notice_category", _("Category of notice")
    COERCION_MEASURE = "coercion_measure", _("Kind of coercion")
    COERCION_OUTCOME = "coercion_outcome", _("Outcome of a measure")
    OTHER_DECISION = "other_decision", _("Type of decision")
    LAW_KIND = "law_kind", _("Kind of law")
    POWER_TYPE = "power_type", _("Type of power")
    CIRCUMSTANCE = "circumstance", _("Circumstance")
    INSPECTION_CLASS = "inspection_class", _("Class of inspection item")
    INSPECTION_RISK = "inspection_risk", _("Risk of inspection objects")
    INSPECTION_RESULT = "inspection_result", _("Result of inspection")
    INSPECTION_HANDLING = "inspection_handling", _("What follows an inspection")
    FLOW_ACT = "flow_act", _("Act of a flow chart")
    RECORDING_CLASS = "recording_class", _("Class of recording")
    ACT_CLASS = "act_class", _("Class of act")
    REMEDY_CHANNEL = "remedy_channel", _("Kind of channel")


class Tone(models.TextChoices):
    """What a value says at a glance; the style sheet gives each a colour, and the word says it without one."""

    GOOD = "good", _("Good")
    NEUTRAL = "neutral", _("Neutral")
    ADVERSE = "adverse", _("Adverse")
    ENDED = "ended", pgettext_lazy("tone", "Ended")


def vocabulary_choices() -> list[tuple[str, Any]]:
    """The lists by code and name; migrations name this function, so that a new list needs none."""
    return list(Vocabulary.choices)


class TermQuerySet(models.QuerySet["Term"]):
    """Questions asked about vocabularies."""

    def of(self, vocabulary: str) -> "TermQuerySet":
        return self.filter(vocabulary=vocabulary)

    def in_force(self, day: date) -> "TermQuerySet":
        """Terms that may be chosen on a day."""
        return self.filter(
            models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day),
            models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=day),
        )


class Term(models.Model):
    """One entry of a vocabulary, with the spellings under which sources name it and the text it rests on."""

    vocabulary = models.CharField(_("Vocabulary"), max_length=32, choices=vocabulary_choices)
    code = models.SlugField(_("Code"), max_length=48, help_text=_("Used in rules and addresses; does not change."))
    label = models.CharField(_("Name in Chinese"), max_length=80)
    label_en = models.CharField(_("Name in English"), max_length=120, blank=True)
    aliases = models.TextField(
        _("Other spellings"), blank=True, help_text=_("One a line; imports read them as this term.")
    )
    weight = models.PositiveSmallIntegerField(
        _("Weight"), default=0, help_text=_("From light to heavy; also the order of lists.")
    )
    tone = models.CharField(
        _("Tone"),
        max_length=8,
        choices=Tone.choices,
        default=Tone.NEUTRAL,
        help_text=_("The colour in which the public sees it, the same in lists and on pages."),
    )
    valid_from = models.DateField(_("In force from"), null=True, blank=True)
    valid_to = models.DateField(_("In force to"), null=True, blank=True)
    basis = models.TextField(_("Basis"), blank=True)

    objects = TermQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("vocabulary"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("label"), FieldPanel("label_en")]),
        FieldPanel("aliases"),
        FieldRowPanel([FieldPanel("weight"), FieldPanel("tone")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("basis"),
    ]

    class Meta:
        verbose_name = _("Vocabulary term")
        verbose_name_plural = _("Vocabularies")
        ordering = ["vocabulary", "weight", "pk"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "code"], name="rules_term_code_once")]

    def __str__(self) -> str:
        return self.display

    @property
    def display(self) -> str:
        """The name in the reader's language."""
        return self.label_en if self.label_en and (get_language() or "").startswith("en") else self.label

    @property
    def spellings(self) -> list[str]:
        """Every text that means this term in a source."""
        return [self.label, *(line.strip() for line in self.aliases.splitlines() if line.strip())]


def term_field(verbose_name: Any, vocabulary: str, **options: Any) -> "models.ForeignKey[Any, Any]":
    """A choice from a vocabulary, kept as long as a record uses it."""
    return models.ForeignKey(
        Term,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary},
        **options,
    )


def terms_field(verbose_name: Any, vocabulary: str) -> ParentalManyToManyField:
    """Several choices from a vocabulary."""
    return ParentalManyToManyField(
        Term, verbose_name=verbose_name, blank=True, related_name="+", limit_choices_to={"vocabulary": vocabulary}
    )


def money_field(verbose_name: Any) -> "models.DecimalField[Any, Any]":
    """An amount in yuan with two places (the form's 万元 has six)."""
    return models.DecimalField(
        verbose_name, max_digits=18, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
