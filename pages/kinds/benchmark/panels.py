"""Panels of a discretion benchmark."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit, edit_row
from pages.admin.basis_panels import bases_panel, implementing_body, place_panel, stale_basis_panel
from pages.admin.panels import attachments_panel, choice, publicity_panel
from pages.kinds.benchmark.forms import BenchmarkForm
from pages.kinds.benchmark.models import BenchmarkGrade, BenchmarkPage


def benchmark_panels() -> list[Any]:
    """Violation, basis, grades, publicity."""
    return [
        stale_basis_panel(),
        MultiFieldPanel(
            [FieldPanel("violation"), FieldPanel("power"), FieldPanel("penalty"), implementing_body()],
            heading=_("The violation"),
        ),
        bases_panel(),
        InlinePanel(
            "grades",
            heading=_("Grades of the benchmark"),
            label=_("Grade of the benchmark"),
            help_text=_("From light to heavy."),
        ),
        place_panel(),
        publicity_panel(),
        attachments_panel(),
    ]


def grade_row() -> list[Any]:
    """Circumstance, standard, amounts."""
    return [
        choice("circumstance"),
        FieldPanel("standard"),
        FieldRowPanel([FieldPanel("amount_from"), FieldPanel("amount_to")]),
        FieldRowPanel([FieldPanel("percent"), FieldPanel("other_penalty")]),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(BenchmarkPage, benchmark_panels(), BenchmarkForm)
    edit_row(BenchmarkGrade, grade_row())
