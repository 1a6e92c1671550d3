"""Publicity window rules (公示期限规则): dated rows with their basis text."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from rules.windows import WindowCase


class WindowSystem(models.TextChoices):
    """The publicity system a rule belongs to (law.md 15)."""

    ENFORCEMENT = "enforcement", _("Enforcement disclosure")
    CREDIT = "credit", _("Credit disclosure")
    MARKET = "market", _("Construction market")


class WindowRuleQuerySet(models.QuerySet["WindowRule"]):
    """Questions asked about window rules."""

    def in_order(self) -> "WindowRuleQuerySet":
        """Rows in use, in a fixed order."""
        return self.filter(enabled=True).order_by("priority", "pk")


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.replace(",", " ").split())


class WindowRule(models.Model):
    """How long a kind of record stays public.

    Empty conditions fit everything; of several rows that fit the highest priority decides.
    """

    name = models.CharField(_("Name"), max_length=120)
    system = models.CharField(_("System"), max_length=16, choices=WindowSystem.choices, default=WindowSystem.CREDIT)
    act = models.CharField(
        _("Act"), max_length=32, blank=True, help_text=_("penalty, permit, inspection …; empty: any.")
    )
    decided_from = models.DateField(
        _("Decisions from"),
        null=True,
        blank=True,
        help_text=_("Days of decision, or of publication when the settings say so."),
    )
    decided_to = models.DateField(_("Decisions to"), null=True, blank=True)
    procedure = models.CharField(
        _("Procedures"), max_length=200, blank=True, help_text=_("Codes, separated by blanks.")
    )
    penalty_types = models.CharField(
        _("Penalty types"), max_length=400, blank=True, help_text=_("Codes, separated by blanks.")
    )
    only_these_types = models.BooleanField(
        _("Only these penalty types"), default=False, help_text=_("The decision holds no other type.")
    )
    party_categories = models.CharField(
        _("Categories of party"), max_length=200, blank=True, help_text=_("Codes, separated by blanks.")
    )
    grades = models.CharField(
        _("Severities"),
        max_length=200,
        blank=True,
        help_text=_("Codes, separated by blanks; unknown counts as general."),
    )
    domains = models.CharField(
        _("Fields of enforcement"), max_length=200, blank=True, help_text=_("Codes, separated by blanks.")
    )
    is_cap = models.BooleanField(
        _("Upper limit"), default=False, help_text=_("Shortens what another rule gives; the shorter wins.")
    )
    long_term = models.BooleanField(
        _("Long-term"),
        default=False,
        help_text=_("Public until it is changed or withdrawn, as lists before enforcement are; months do not count."),
    )
    follows_validity = models.BooleanField(
        _("Ends with the validity"),
        default=False,
        help_text=_("A permit with an end is public until then; months count for the others."),
    )
    covers_effect = models.BooleanField(
        _("Not shorter than the penalty's effect"),
        default=False,
        help_text=_("A penalty that lasts longer than the months is public until it ends."),
    )
    default_months = models.PositiveSmallIntegerField(_("Proposed months"))
    min_months = models.PositiveSmallIntegerField(_("Fewest months"), default=0)
    max_months = models.PositiveSmallIntegerField(_("Most months"))
    priority = models.SmallIntegerField(_("Priority"), default=0)
    basis = models.TextField(_("Basis"), help_text=_("Shown to the public with each record that rests on this row."))
    note = models.TextField(
        _("Internal note"), blank=True, help_text=_("Kept inside, e.g. that no higher rule was found.")
    )
    enabled = models.BooleanField(_("In use"), default=True)

    objects = WindowRuleQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("system"), FieldPanel("act")]),
        FieldRowPanel([FieldPanel("decided_from"), FieldPanel("decided_to")]),
        MultiFieldPanel(
            [
                FieldPanel("procedure"),
                FieldPanel("penalty_types"),
                FieldPanel("only_these_types"),
                FieldPanel("party_categories"),
                FieldPanel("grades"),
                FieldPanel("domains"),
            ],
            heading=_("Conditions"),
        ),
        FieldRowPanel([FieldPanel("default_months"), FieldPanel("min_months"), FieldPanel("max_months")]),
        FieldRowPanel([FieldPanel("long_term"), FieldPanel("follows_validity"), FieldPanel("covers_effect")]),
        FieldRowPanel([FieldPanel("is_cap"), FieldPanel("priority"), FieldPanel("enabled")]),
        FieldPanel("basis"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("Publicity window rule")
        verbose_name_plural = _("Publicity window rules")
        ordering = ["-priority", "decided_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(default_months__lte=models.F("max_months"))
                & models.Q(min_months__lte=models.F("default_months")),
                name="rules_windowrule_months_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def fits(self, case: WindowCase, regime: date) -> bool:
        """Whether this row speaks about a record; ``regime`` is the day on which the row must hold."""
        return (
            (not self.act or self.act == case.act)
            and (self.decided_from is None or self.decided_from <= regime)
            and (self.decided_to is None or regime <= self.decided_to)
            and _one_of(self.procedure, case.procedure)
            and _one_of(self.grades, case.grade or "general")
            and _one_of(self.domains, case.domain)
            and self._fits_types(case)
            and (not self.party_categories or bool(_codes(self.party_categories) & set(case.party_categories)))
        )

    def _fits_types(self, case: WindowCase) -> bool:
        wanted, given = _codes(self.penalty_types), set(case.penalty_types)
        if not wanted:
            return True
        return bool(given) and given <= wanted if self.only_these_types else bool(given & wanted)


def _one_of(codes: str, value: str) -> bool:
    return not codes or value in _codes(codes)
