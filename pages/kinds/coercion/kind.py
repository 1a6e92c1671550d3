"""Coercion decisions: what of them is public (国办发〔2018〕118号; 行政强制法 24)."""

from django.utils.translation import gettext_lazy as _

from pages.kinds.coercion.models import CoercionDecisionPage
from records.kinds import Facet, Kind, Phase, register
from records.kinds.links import article_links, officer_links
from records.kinds.shown import Day, Prose, Shown, Table
from records.tones import of_terms
from rules.models.terms import Vocabulary

COERCION = register(
    Kind(
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
            Shown("document_title", _("Title of the coercion decision"), full=True),
            Shown(
                "measure",
                _("Kind of coercion"),
                read=lambda page: page.measure.label if page.measure_id else "",
                tone=of_terms(Vocabulary.COERCION_MEASURE),
            ),
            Shown("object", _("Object of the measure"), full=True),
            Shown("place", _("Place of the measure")),
            Day("period_from", _("Measure from")),
            Day("period_until", _("Measure until")),
            Day("executed_on", _("Carried out on")),
            Day("served_on", _("Date of service")),
            Shown(
                "outcome",
                _("Outcome of the measure"),
                read=lambda page: page.outcome.label if page.outcome_id else "",
                tone=of_terms(Vocabulary.COERCION_OUTCOME),
            ),
            Day("outcome_on", _("Outcome on")),
            Prose("facts", _("Reason and facts")),
            Prose("basis", _("Basis of the measure")),
            Table(
                "items",
                _("Inventory"),
                columns=(
                    ("name", _("Name of the item")),
                    ("quantity", _("Quantity")),
                    ("condition", _("Model and condition")),
                    ("handling", _("Handling")),
                ),
            ),
            Prose("remedy", _("Remedies")),
            article_links(),
            officer_links(),
        ),
        facets=(
            Facet("measure", _("Kind of coercion"), lambda page: [page.measure.label] if page.measure_id else []),
            Facet("outcome", _("Outcome of the measure"), lambda page: [page.outcome.label] if page.outcome_id else []),
        ),
        listed=("place", "period_until"),
        tags=("measure", "outcome"),
        menu_label=_("Coercion decisions"),
    )
)
