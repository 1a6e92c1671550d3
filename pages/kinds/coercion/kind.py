"""Coercion decisions: what of them is public (国办发〔2018〕118号; 行政强制法 24)."""

from django.utils.translation import gettext_lazy as _

from pages.kinds.coercion.importing import IMPORT
from pages.kinds.coercion.models import CoercionDecisionPage
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import DayField, ProseField, PublicField, TableField
from records.types.links import article_links, officer_links
from rules.models.terms import Vocabulary

COERCION = register(
    RecordType(
        key="coercion",
        label=_("Coercion decisions"),
        singular=_("Coercion decision"),
        section="coercion",
        section_title="行政强制",
        deadline="publish_other",
        phase=Phase.AFTER,
        model=CoercionDecisionPage,
        hint=_("Which premises or goods were sealed or seized, and what became of them?"),
        order=30,
        archived=True,
        is_news=True,
        shown=(
            PublicField("document_title", _("Title of the coercion decision"), full=True),
            PublicField(
                "measure",
                _("Kind of coercion"),
                read=lambda page: page.measure.label if page.measure_id else "",
                tone=of_terms(Vocabulary.COERCION_MEASURE),
            ),
            PublicField("object", _("Object of the measure"), full=True),
            PublicField("place", _("Place of the measure")),
            DayField("period_from", _("Measure from")),
            DayField("period_until", _("Measure until")),
            DayField("executed_on", _("Carried out on")),
            DayField("served_on", _("Date of service")),
            PublicField(
                "outcome",
                _("Outcome of the measure"),
                read=lambda page: page.outcome.label if page.outcome_id else "",
                tone=of_terms(Vocabulary.COERCION_OUTCOME),
            ),
            DayField("outcome_on", _("Outcome on")),
            ProseField("facts", _("Reason and facts")),
            ProseField("basis", _("Basis of the measure")),
            TableField(
                "items",
                _("Inventory"),
                columns=(
                    ("name", _("Name of the item")),
                    ("quantity", _("Quantity")),
                    ("condition", _("Model and condition")),
                    ("handling", _("Handling")),
                ),
            ),
            ProseField("remedy", _("Remedies")),
            article_links(),
            officer_links(),
        ),
        facets=(
            Facet("measure", _("Kind of coercion"), lambda page: [page.measure.label] if page.measure_id else []),
            Facet("outcome", _("Outcome of the measure"), lambda page: [page.outcome.label] if page.outcome_id else []),
        ),
        summary_fields=("place", "period_until"),
        tags=("measure", "outcome"),
        menu_label=_("Coercion decisions"),
        form=IMPORT,
        examined={"kind_code": "measure", "term_from": "period_from", "term_until": "period_until"},
        told_in={"cited": "articles"},
        internal=("is_extended",),
    )
)
