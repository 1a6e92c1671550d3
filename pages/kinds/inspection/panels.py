"""Panels of 双随机: list of items, annual plan, result."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit, edit_row
from pages.admin.panels import PartiesPanel, attachments_panel, choice, publicity_panel
from pages.kinds.inspection.forms import InspectionListForm, InspectionPlanForm
from pages.kinds.inspection.lists import InspectionItem, InspectionItemListPage, InspectionPlanPage, PlanRow
from pages.kinds.inspection.result_forms import InspectionResultForm
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage


def item_list_panels() -> list[Any]:
    """Title, items, publicity, attachments."""
    return [
        FieldPanel("title"),
        _place(),
        InlinePanel("items", heading=_("Items of inspection"), label=_("Item of inspection"), min_num=1),
        publicity_panel(),
        attachments_panel(),
    ]


def item_panels() -> list[Any]:
    """The columns of the official list."""
    return [
        FieldRowPanel([FieldPanel("name"), choice("item_class")]),
        FieldPanel("basis", widget=forms.Textarea(attrs={"rows": 2})),
        FieldRowPanel([FieldPanel("subject"), FieldPanel("objects_of")]),
        FieldPanel("content", widget=forms.Textarea(attrs={"rows": 2})),
        FieldRowPanel([FieldPanel("ratio"), FieldPanel("frequency")]),
        FieldRowPanel([FieldPanel("method"), FieldPanel("remark")]),
    ]


def plan_panels() -> list[Any]:
    """Title and year, cap, rows, publicity, attachments."""
    return [
        FieldPanel("title"),
        _place("year"),
        MultiFieldPanel([FieldPanel("yearly_cap"), FieldPanel("cap_note")], heading=_("Cap on inspections")),
        InlinePanel("rows", heading=_("Rows of the plan"), label=_("Row of the plan"), min_num=1),
        publicity_panel(),
        attachments_panel(),
    ]


def plan_row_panels() -> list[Any]:
    return [
        FieldRowPanel([FieldPanel("category"), FieldPanel("item")]),
        FieldRowPanel([FieldPanel("objects_of"), choice("item_class")]),
        FieldRowPanel([FieldPanel("ratio"), FieldPanel("expected")]),
        FieldRowPanel([choice("risk"), FieldPanel("period")]),
        FieldPanel("subject"),
    ]


def result_panels() -> list[Any]:
    """Task, object, inspection, result, publicity, attachments."""
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("task_no"), FieldPanel("task_name")]),
                FieldRowPanel([choice("agency"), FieldPanel("decided_on")]),
                FieldPanel("items", widget=forms.Textarea(attrs={"rows": 3})),
            ],
            heading=_("Task and inspection"),
        ),
        PartiesPanel("parties", heading=_("Object of inspection"), label=_("Object"), min_num=1, max_num=1),
        MultiFieldPanel(
            [FieldPanel("inspectors", widget=forms.CheckboxSelectMultiple)], heading=_("Inspecting officers")
        ),
        MultiFieldPanel(
            [
                choice("result"),
                FieldPanel("findings", widget=forms.Textarea(attrs={"rows": 3})),
                FieldRowPanel([choice("handling"), FieldPanel("handling_note")]),
            ],
            heading=_("Result and what follows"),
        ),
        publicity_panel(FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")])),
        attachments_panel(),
    ]


def object_panels() -> list[Any]:
    return [
        FieldRowPanel([FieldPanel("name"), choice("category")]),
        FieldRowPanel([FieldPanel("credit_code"), FieldPanel("representative")]),
    ]


def _place(*more: str) -> MultiFieldPanel:
    names = [*more, "effective_on", "position"]
    return MultiFieldPanel(
        [choice("agency"), FieldRowPanel([FieldPanel(name) for name in names])], heading=_("Place and date")
    )


def attach() -> None:
    """Give the page type its form."""
    edit(InspectionItemListPage, item_list_panels(), InspectionListForm)
    edit_row(InspectionItem, item_panels())
    edit(InspectionPlanPage, plan_panels(), InspectionPlanForm)
    edit_row(PlanRow, plan_row_panels())
    edit(InspectionResultPage, result_panels(), InspectionResultForm)
    edit_row(InspectionObject, object_panels())
