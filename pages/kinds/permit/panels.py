"""Panels of a permit decision, in the order of the standard form."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.forms.copy import DecisionCopyForm
from pages.admin.forms.decision import DecisionForm
from pages.admin.panels import PartiesPanel, attachments_panel, choice, consistency_panel, publicity_panel, remark_panel
from pages.kinds.permit.models import PermitDecisionPage


def permit_panels() -> list[Any]:
    """Heading, holders, content, licence, dates, publicity, attachments."""
    return [
        consistency_panel(),
        MultiFieldPanel(
            [FieldRowPanel([choice("agency"), FieldPanel("doc_no")]), FieldPanel("document_title")],
            heading=_("Authority and number"),
        ),
        PartiesPanel("parties", heading=_("Parties"), label=_("Party"), min_num=1),
        MultiFieldPanel(
            [FieldRowPanel([choice("permit_kind"), FieldPanel("other_kind")]), FieldPanel("content")],
            heading=_("Content of the decision"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("licence_name"), FieldPanel("licence_no")]),
                FieldRowPanel([FieldPanel("decided_on"), FieldPanel("valid_from"), FieldPanel("valid_until")]),
                FieldPanel("is_in_force"),
            ],
            heading=_("Licence and validity"),
        ),
        publicity_panel(FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")]), remark_panel()),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(PermitDecisionPage, permit_panels(), DecisionForm, DecisionCopyForm)
