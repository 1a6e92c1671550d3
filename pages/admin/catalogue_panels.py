"""Panels of the catalogues: the list's own facts, its rows, publicity, attachments."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.panels import attachments_panel, choice, publicity_panel


def catalogue_panels(*parts: Any, facts: tuple[Any, ...] = ()) -> list[Any]:
    """Title, authority, date and note first; then ``parts``; publicity and attachments last."""
    head = [
        FieldPanel("title"),
        choice("authority"),
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


def recording_panels() -> list[Any]:
    """The list of recorded matters."""
    return catalogue_panels(InlinePanel("rows", heading=_("Recorded matters"), label=_("Recorded matter"), min_num=1))


def recording_row() -> list[Any]:
    """The columns of the official list."""
    return [
        *rows(("stage", "matter"), "content", ("occasion", "time_limit"), ("department", "recorder")),
        *rows(("begins", "ends"), "process"),
        FieldRowPanel([choice("record_class"), FieldPanel("method")]),
        *rows(("retention", "remark")),
    ]


def review_panels() -> list[Any]:
    """The catalogue of legal review."""
    label = _("Matter to be reviewed")
    return catalogue_panels(InlinePanel("rows", heading=_("Matters to be reviewed"), label=label, min_num=1))


def review_row() -> list[Any]:
    """The columns of the official catalogue."""
    return [
        FieldPanel("matter"),
        FieldRowPanel([choice("act"), FieldPanel("unit")]),
        *rows("standard", "documents", "time_limit"),
    ]


def rules_panels() -> list[Any]:
    """A document: number, issuer, dates, validity, text."""
    facts = (*rows(("doc_no", "issuer"), ("written_on", "status"), "repealed_on"),)
    return catalogue_panels(MultiFieldPanel([FieldPanel("body")], heading=_("Text")), facts=facts)
