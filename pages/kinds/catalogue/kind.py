"""Catalogues of recording, legal review and rules, with the columns of the official lists (law.md 8, 10.3)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.catalogue_tables import catalogue_table, row_facet
from pages.kinds.catalogue.models import RecordingListPage, ReviewCataloguePage, RulesDocumentPage
from records.tones import of_states
from records.types import Facet, Phase, RecordType, register
from records.types.fields import DayField, ProseField, PublicField
from rules.models.terms import Tone

RECORDING_LIST = register(
    RecordType(
        key="recording_list",
        label=_("Matters recorded by audio and video"),
        singular=_("List of matters recorded by audio and video"),
        section="recordings",
        section_title="音像记录事项清单",
        phase=Phase.BEFORE,
        model=RecordingListPage,
        hint=_("Which moments of enforcement are recorded, by whom, from when to when?"),
        order=62,
        date_label=_("In force from"),
        shown=(
            ProseField("note", _("Note")),
            catalogue_table(
                "rows",
                _("Recorded matters"),
                (
                    ("stage", _("Stage of enforcement")),
                    ("matter", _("Enforcement matter")),
                    ("content", _("What is recorded")),
                    ("occasion", _("Place and occasion")),
                    ("time_limit", _("Time limit")),
                    ("department", _("Enforcing unit")),
                    ("recorder", _("Recorded by")),
                    ("begins", _("Recording begins")),
                    ("process", _("Course of the recording")),
                    ("ends", _("Recording ends")),
                    ("record_class", _("Class of recording")),
                    ("method", _("Means of recording")),
                    ("retention", _("Retention period")),
                    ("remark", _("Remark")),
                ),
            ),
        ),
        facets=(
            row_facet("stage", _("Stage of enforcement"), "stage"),
            row_facet("record_class", _("Class of recording"), "record_class"),
        ),
        icon="media",
        template="pages/catalogue.html",
    )
)

REVIEW_CATALOGUE = register(
    RecordType(
        key="review_catalogue",
        label=_("Catalogues of legal review"),
        singular=_("Catalogue of legal review"),
        section="reviews",
        section_title="法制审核目录清单",
        phase=Phase.BEFORE,
        model=ReviewCataloguePage,
        hint=_("Which major decisions pass legal review before they are made, and with which documents?"),
        order=64,
        date_label=_("In force from"),
        shown=(
            ProseField("note", _("Note")),
            catalogue_table(
                "rows",
                _("Matters to be reviewed"),
                (
                    ("matter", _("Matter to be reviewed")),
                    ("act", _("Class of act")),
                    ("standard", _("Basis and standard (amounts)")),
                    ("unit", _("Undertaking unit")),
                    ("documents", _("Documents to submit")),
                    ("time_limit", _("Time limit of the review")),
                ),
            ),
        ),
        facets=(
            row_facet("act", _("Class of act"), "act"),
            row_facet("unit", _("Undertaking unit"), "unit"),
        ),
        icon="clipboard-list",
        template="pages/catalogue.html",
    )
)

# Stored in the record, which is Chinese in every language of the reader.
VALIDITY = {"in_force": "有效", "repealed": "废止"}
VALIDITY_TONES = {"有效": Tone.GOOD, "废止": Tone.ENDED}


def _validity(page: Any) -> str:
    return VALIDITY[page.status]


RULES_DOCUMENT = register(
    RecordType(
        key="rules_document",
        label=_("Rules of the three systems"),
        singular=_("Rules document"),
        section="rules",
        section_title="制度文件",
        phase=Phase.BEFORE,
        model=RulesDocumentPage,
        hint=_("By which rules does the bureau disclose, record and review its enforcement?"),
        order=66,
        date_label=_("In force from"),
        shown=(
            PublicField("issuer", _("Issuing body")),
            DayField("written_on", _("Date of the document")),
            PublicField("status", _("Validity"), read=_validity, tone=of_states(VALIDITY_TONES)),
            DayField("repealed_on", _("Repealed on")),
            ProseField("note", _("Note")),
            ProseField("body", _("Text")),
        ),
        facets=(
            Facet("validity", _("Validity"), lambda page: [_validity(page)], of="status"),
            Facet("issuer", _("Issuing body"), lambda page: [page.issuer]),
        ),
        summary_fields=("issuer",),
        tags=("status",),
        icon="doc-full-inverse",
    )
)
