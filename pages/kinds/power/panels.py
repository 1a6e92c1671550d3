"""Panels of a power, in the order of the official table."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.basis_panels import bases_panel, implementing_body, place_panel, stale_basis_panel
from pages.admin.panels import attachments_panel, choice, publicity_panel
from pages.kinds.power.forms import PowerForm
from pages.kinds.power.models import PowerPage


def power_panels() -> list[Any]:
    """Name and type, sub-items, basis, bodies, duties, terms, publicity."""
    return [
        stale_basis_panel(),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("code"), choice("power_type")]), FieldPanel("name")], heading=_("The power")
        ),
        InlinePanel("items", heading=_("Sub-items"), label=_("Sub-item")),
        bases_panel(),
        MultiFieldPanel(
            [FieldRowPanel([implementing_body(), FieldPanel("unit")]), FieldPanel("phone")],
            heading=_("Who exercises it"),
        ),
        MultiFieldPanel(
            [FieldPanel("duties"), FieldPanel("accountability")], heading=_("Responsibilities and accountability")
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("time_limit"), FieldPanel("fee")]), FieldPanel("remedy")],
            heading=_("Time limit, fee, remedies"),
        ),
        place_panel(),
        publicity_panel(),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(PowerPage, power_panels(), PowerForm)
