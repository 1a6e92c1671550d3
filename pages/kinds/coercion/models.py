"""Coercive measures and coercive execution (行政强制措施、行政强制执行决定; 行政强制法 9, 12, 18, 24, 25)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.base.decision_links import CitedArticle
from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from rules.models.terms import Vocabulary, term_field


class CoercionDecisionPage(NumberedDecisionPage):
    """One decision on a coercive measure or on coercive execution."""

    kind = "coercion"
    subject_field = "document_title"

    document_title = models.CharField(
        _("Title of the coercion decision"), max_length=200, help_text=_("As on the document, e.g. 查封决定书.")
    )
    measure = term_field(_("Kind of coercion"), Vocabulary.COERCION_MEASURE)
    object = models.CharField(_("Object of the measure"), max_length=500, blank=True)
    place = models.CharField(_("Place of the measure"), max_length=200, blank=True)
    facts = models.TextField(_("Reason and facts"), blank=True)
    basis = models.TextField(_("Basis of the measure"), blank=True)
    period_from = models.DateField(_("Measure from"), null=True, blank=True)
    period_until = models.DateField(_("Measure until"), null=True, blank=True)
    is_extended = models.BooleanField(
        _("Extension approved"), default=False, help_text=_("By the responsible person, told in writing (第二十五条).")
    )
    executed_on = models.DateField(_("Carried out on"), null=True, blank=True)
    served_on = models.DateField(_("Date of service"), null=True, blank=True)
    outcome = term_field(_("Outcome of the measure"), Vocabulary.COERCION_OUTCOME)
    outcome_on = models.DateField(_("Outcome on"), null=True, blank=True)
    remedy = models.TextField(_("Remedies"), blank=True)
    officers = ParentalManyToManyField(
        "pages.Officer", verbose_name=_("Enforcement officers"), blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("Coercion decision")
        verbose_name_plural = _("Coercion decisions")
        indexes = [models.Index(fields=["decided_on"], name="pages_coercion_decided")]


class CoercionParty(Party):
    page: Any = ParentalKey(CoercionDecisionPage, on_delete=models.CASCADE, related_name="parties")


class CoercionItem(Orderable):
    """A row of the inventory (查封、扣押物品清单)."""

    page: Any = ParentalKey(CoercionDecisionPage, on_delete=models.CASCADE, related_name="items")
    name = models.CharField(_("Name of the item"), max_length=200)
    quantity = models.CharField(_("Quantity"), max_length=60)
    condition = models.CharField(_("Model and condition"), max_length=200, blank=True)
    handling = models.CharField(_("Handling"), max_length=100, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("quantity")]),
        FieldRowPanel([FieldPanel("condition"), FieldPanel("handling")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("Item of the inventory")
        verbose_name_plural = _("Inventory")

    def __str__(self) -> str:
        return self.name


class CoercionArticle(CitedArticle):
    """An article that a coercion decision applies."""

    page: Any = ParentalKey(CoercionDecisionPage, on_delete=models.CASCADE, related_name="cited")
