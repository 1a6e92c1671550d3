"""Panels of other enforcement decisions."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

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
from pages.kinds.other.models import OtherDecisionPage


def other_panels() -> list[Any]:
    """Heading, parties, matter, content, basis, dates."""
    return [
        consistency_panel(),
        heading_panel(FieldRowPanel([choice("decision_type"), FieldPanel("other_type")]), FieldPanel("document_title")),
        PartiesPanel("parties", heading=_("Parties"), label=_("Party"), min_num=1),
        MultiFieldPanel(
            [FieldPanel("subject"), FieldPanel("content"), FieldPanel("basis")], heading=_("Content of the decision")
        ),
        cited_panel(),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("decided_on"), FieldPanel("served_on")]), FieldPanel("remedy")],
            heading=_("Date, service, remedies"),
        ),
        *closing_panels(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(OtherDecisionPage, other_panels(), DecisionForm, DecisionCopyForm)
