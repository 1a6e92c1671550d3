"""Panels of a discretion benchmark."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from pages.admin.basis_panels import bases_panel, stale_basis_panel
from pages.admin.panels import attachments_panel, publicity_panel
from pages.admin.power_panels import implementing_body, place_panel


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
