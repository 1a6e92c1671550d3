"""Panels of coercion decisions and of other enforcement decisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.panels import (
    PartiesPanel,
    attachments_panel,
    choice,
    cited_panel,
    consistency_panel,
    publicity_panel,
    remark_panel,
)


def coercion_panels() -> list[Any]:
    """In the order of a decision on sealing or seizing (行政强制法 24)."""
    return [
        consistency_panel(),
        _heading(FieldRowPanel([choice("measure"), FieldPanel("document_title")])),
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
        *_end(),
    ]


def other_panels() -> list[Any]:
    """Heading, parties, matter, content, basis, dates."""
    return [
        consistency_panel(),
        _heading(FieldRowPanel([choice("decision_type"), FieldPanel("other_type")]), FieldPanel("document_title")),
        PartiesPanel("parties", heading=_("Parties"), label=_("Party"), min_num=1),
        MultiFieldPanel(
            [FieldPanel("subject"), FieldPanel("content"), FieldPanel("basis")], heading=_("Content of the decision")
        ),
        cited_panel(),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("decided_on"), FieldPanel("served_on")]), FieldPanel("remedy")],
            heading=_("Date, service, remedies"),
        ),
        *_end(),
    ]


def _heading(*more: Any) -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldRowPanel([choice("authority"), FieldPanel("doc_no")]), *more], heading=_("Authority and number")
    )


def _end() -> list[Any]:
    source = FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")])
    return [publicity_panel(source, remark_panel()), attachments_panel()]
