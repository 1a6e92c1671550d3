"""Panels of the catalogues: the list's own facts, its rows, publicity, attachments."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit, edit_row
from pages.admin.catalogue_panels import catalogue_panels, rows
from pages.admin.forms.catalogue import CatalogueForm
from pages.admin.panels import choice
from pages.kinds.catalogue.forms import RulesDocumentForm
from pages.kinds.catalogue.models import (
    RecordingListPage,
    RecordingMatter,
    ReviewCataloguePage,
    ReviewMatter,
    RulesDocumentPage,
)


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


def attach() -> None:
    """Give the page types their forms."""
    edit(RecordingListPage, recording_panels(), CatalogueForm)
    edit_row(RecordingMatter, recording_row())
    edit(ReviewCataloguePage, review_panels(), CatalogueForm)
    edit_row(ReviewMatter, review_row())
    edit(RulesDocumentPage, rules_panels(), RulesDocumentForm)
