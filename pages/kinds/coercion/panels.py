"""Panels of coercion decisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.forms.copy import DecisionCopyForm
from pages.admin.forms.decision import DecisionForm
from pages.admin.panels import (
    PartiesPanel,
    choice,
    cited_panel,
    closing_panels,
    consistency_panel,
    heading_panel,
)
from pages.kinds.coercion.models import CoercionDecisionPage


def coercion_panels() -> list[Any]:
    """In the order of a decision on sealing or seizing (行政强制法 24)."""
    return [
        consistency_panel(),
        heading_panel(FieldRowPanel([choice("measure"), FieldPanel("document_title")])),
        PartiesPanel("parties", heading=_("Parties"), label=_("Party"), min_num=1),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("object"), FieldPanel("place")]), FieldPanel("facts"), FieldPanel("basis")],
            heading=_("Object, reason, basis"),
        ),
        cited_panel(),
        InlinePanel("items", heading=_("Inventory"), label=_("Item of the inventory")),
        MultiFieldPanel(
            [FieldPanel("officers", widget=forms.CheckboxSelectMultiple)], heading=_("Enforcement officers")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("decided_on"), FieldPanel("executed_on"), FieldPanel("served_on")]),
                FieldRowPanel([FieldPanel("period_from"), FieldPanel("period_until"), FieldPanel("is_extended")]),
                FieldRowPanel([choice("outcome"), FieldPanel("outcome_on")]),
                FieldPanel("remedy"),
            ],
            heading=_("Period, outcome, remedies"),
        ),
        *closing_panels(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(CoercionDecisionPage, coercion_panels(), DecisionForm, DecisionCopyForm)
