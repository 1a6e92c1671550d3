"""Panels of a service guide, in the order of its official parts."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.basis_panels import bases_panel, implementing_body, place_panel, stale_basis_panel
from pages.admin.forms.basis import BasisForm
from pages.admin.panels import attachments_panel, publicity_panel
from pages.kinds.guide.models import GuidePage


def guide_panels() -> list[Any]:
    """Item, basis, conditions, materials, process, supervision, office, publicity."""
    return [
        stale_basis_panel(),
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("power"),
                implementing_body(),
                FieldRowPanel([FieldPanel("accepting_body"), FieldPanel("approving_body")]),
            ],
            heading=_("The item"),
        ),
        bases_panel(),
        MultiFieldPanel([FieldPanel("conditions")], heading=_("Conditions of the service item")),
        InlinePanel("materials", heading=_("Materials"), label=_("Material")),
        MultiFieldPanel(
            [
                FieldPanel("process"),
                FieldRowPanel([FieldPanel("legal_limit"), FieldPanel("promised_limit")]),
                FieldPanel("fee"),
                FieldPanel("favours"),
            ],
            heading=_("Process, time limit, fee"),
        ),
        MultiFieldPanel(
            [FieldPanel("supervision"), FieldPanel("accountability"), FieldPanel("remedy")],
            heading=_("Supervision and remedies"),
        ),
        MultiFieldPanel(
            [FieldPanel("office_hours"), FieldRowPanel([FieldPanel("address"), FieldPanel("phone")])],
            heading=_("Office"),
        ),
        place_panel(),
        publicity_panel(),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(GuidePage, guide_panels(), BasisForm)
