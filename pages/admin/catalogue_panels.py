"""Panels of lists: their own facts, their rows, publicity, attachments."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.admin.panels import attachments_panel, choice, publicity_panel


def catalogue_panels(*parts: Any, facts: tuple[Any, ...] = ()) -> list[Any]:
    """Title, authority, date and note first; then ``parts``; publicity and attachments last."""
    head = [
        FieldPanel("title"),
        choice("agency"),
        *facts,
        FieldRowPanel([FieldPanel("effective_on"), FieldPanel("position")]),
        FieldPanel("note"),
    ]
    return [MultiFieldPanel(head, heading=_("The list")), *parts, publicity_panel(), attachments_panel()]


def rows(*names: str | tuple[str, ...]) -> list[Any]:
    """Fields of a row: a tuple stands on one line."""
    return [
        FieldPanel(one) if isinstance(one, str) else FieldRowPanel([FieldPanel(name) for name in one]) for one in names
    ]
