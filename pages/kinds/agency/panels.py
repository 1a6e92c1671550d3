"""Panels of an enforcement body: who it is, what it may do, its units, its entrustment, remedies, publicity."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.panels import attachments_panel, publicity_panel
from pages.kinds.agency.forms import AgencyForm
from pages.kinds.agency.models import AgencyPage


def agency_panels() -> list[Any]:
    """The items of the official list in their order."""
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("nature")]),
                FieldRowPanel([FieldPanel("credit_code"), FieldPanel("region_code")]),
                FieldRowPanel([FieldPanel("staff"), FieldPanel("head")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("address")]),
            ],
            heading=_("The body"),
        ),
        MultiFieldPanel([FieldPanel("duties"), FieldPanel("jurisdiction")], heading=_("Duties and jurisdiction")),
        InlinePanel("internal_units", heading=_("Internal units"), label=_("Internal unit")),
        MultiFieldPanel(
            [
                FieldPanel("entrusting_body"),
                FieldRowPanel([FieldPanel("entrusted_from"), FieldPanel("entrusted_to")]),
                FieldPanel("entrustment"),
            ],
            heading=_("Entrustment (only for an entrusted organisation)"),
        ),
        MultiFieldPanel([FieldPanel("remedy_review_body"), FieldPanel("remedy_court")], heading=_("Remedies")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("effective_on"), FieldPanel("position")])], heading=_("Place and date")
        ),
        publicity_panel(),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(AgencyPage, agency_panels(), AgencyForm)
