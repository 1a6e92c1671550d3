"""Panels of a flow chart: the act, its steps, the ways between them, publicity, attachments."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit, edit_row
from pages.admin.catalogue_panels import rows
from pages.admin.panels import attachments_panel, choice, publicity_panel
from pages.kinds.flowchart.forms import FlowChartForm
from pages.kinds.flowchart.models import FlowChartPage, FlowEdge, FlowNode


def flowchart_panels() -> list[Any]:
    """In the order in which a chart is thought out."""
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([choice("act"), choice("agency")]),
                FieldRowPanel([FieldPanel("effective_on"), FieldPanel("position")]),
                *rows("basis", "note"),
            ],
            heading=_("Flow chart"),
        ),
        InlinePanel("nodes", heading=_("Steps of the chart"), label=_("Step of the chart"), min_num=2),
        InlinePanel("edges", heading=_("Ways between steps"), label=_("Way between steps"), min_num=1),
        publicity_panel(),
        attachments_panel(),
    ]


def node_row() -> list[Any]:
    """Key and kind, text, who and until when."""
    return rows(("key", "kind"), "text", ("unit", "limit"))


def edge_row() -> list[Any]:
    return rows(("source", "target", "label"))


def attach() -> None:
    """Give the page type its form."""
    edit(FlowChartPage, flowchart_panels(), FlowChartForm)
    edit_row(FlowNode, node_row())
    edit_row(FlowEdge, edge_row())
