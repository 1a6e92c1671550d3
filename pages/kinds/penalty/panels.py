"""Panels of a penalty decision, in the order in which a decision document is written."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from pages.admin.attaching import edit
from pages.admin.forms.copy import DecisionCopyForm
from pages.admin.panels import (
    CopyPreviousPanel,
    PartiesPanel,
    attachments_panel,
    choice,
    cited_panel,
    consistency_panel,
    publicity_panel,
    remark_panel,
)
from pages.kinds.penalty.forms import PenaltyForm
from pages.kinds.penalty.models import PenaltyDecisionPage


def penalty_panels() -> list[Panel]:
    """Heading, parties, facts, basis, decision, service and effect, publicity, attachments."""
    return [
        CopyPreviousPanel(),
        consistency_panel(),
        MultiFieldPanel(
            [FieldRowPanel([choice("agency"), FieldPanel("doc_no")]), choice("procedure")],
            heading=_("Authority and number"),
        ),
        PartiesPanel("parties", heading=_("Parties"), label=_("Party"), min_num=1),
        MultiFieldPanel(
            [
                FieldPanel("violation_kind", help_text=_("With the party's name it makes the title.")),
                FieldRowPanel([choice("domain"), choice("grade")]),
                FieldPanel("facts"),
            ],
            heading=_("Facts"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("basis"),
                FieldRowPanel([FieldPanel("power"), FieldPanel("benchmark")]),
                FieldPanel("benchmark_reason"),
            ],
            heading=_("Legal basis"),
        ),
        cited_panel(),
        MultiFieldPanel(
            [FieldPanel("officers", widget=forms.CheckboxSelectMultiple)], heading=_("Enforcement officers")
        ),
        MultiFieldPanel(
            [
                FieldPanel("penalty_types", widget=forms.CheckboxSelectMultiple),
                FieldPanel("other_penalty", help_text=_("Only for a penalty that is none of these.")),
                FieldPanel("result"),
                FieldRowPanel([FieldPanel("fine"), FieldPanel("confiscated")]),
                FieldPanel("licence"),
                FieldPanel("orders"),
            ],
            heading=_("Decision"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("filed_on"), FieldPanel("notified_on"), FieldPanel("decided_on")]),
                FieldRowPanel([FieldPanel("served_on"), FieldPanel("effect_until")]),
                FieldPanel("remedy"),
            ],
            heading=_("Date, service, remedies"),
        ),
        publicity_panel(
            "declared_window_end", FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")]), remark_panel()
        ),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(PenaltyDecisionPage, penalty_panels(), PenaltyForm, DecisionCopyForm)
