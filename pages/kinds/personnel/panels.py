"""Panels of a list of officers."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.forms.disclosure import DisclosureForm
from pages.admin.panels import attachments_panel, choice, publicity_panel
from pages.kinds.personnel.models import PersonnelListPage


def personnel_panels() -> list[Any]:
    """Body, date and place, note, publicity, attachments."""
    return [
        MultiFieldPanel(
            [
                choice("agency"),
                FieldRowPanel([FieldPanel("effective_on"), FieldPanel("position")]),
                FieldPanel("note"),
            ],
            heading=_("The list"),
        ),
        publicity_panel(),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(PersonnelListPage, personnel_panels(), DisclosureForm)
