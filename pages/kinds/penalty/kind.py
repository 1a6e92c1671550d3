"""Penalty decisions: what of them is public; the page is laid out by a template of its own."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.penalty.importing import IMPORT
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.kinds.penalty.tags import penalty_tags
from privacy.masking import Masker
from records.types import Figures, Phase, RecordColumn, RecordType, register
from records.types.fields import DayField, Money, ProseField, PublicField, TagListField
from records.types.links import agency_link, article_links, benchmark_link, officer_links, power_link


class _Day(DayField):
    """A day that is not known is null in these records."""

    def value(self, page: Any, masker: Masker) -> Any:
        return super().value(page, masker) or None


def _types(page: Any) -> list[Any]:
    """The types, and in words what none of them names."""
    return [*page.penalty_types.all(), *([page.other_penalty] if page.other_penalty else [])]


_OWN = (
    PublicField("violation_kind", _("Kind of violation")),
    ProseField("facts", _("Facts of the violation")),
    ProseField("basis", _("Basis of the penalty")),
    PublicField("result", _("Content of the penalty")),
    ProseField("orders", _("Orders to correct and the like")),
    PublicField("licence", _("Licence concerned")),
    PublicField("domain", _("Field of enforcement"), read=lambda page: page.domain.label if page.domain_id else ""),
    PublicField(
        "procedure",
        _("Procedure"),
        read=lambda page: page.procedure.label if page.procedure_id else "",
        searched=False,
    ),
    PublicField("grade", _("Severity"), read=lambda page: page.grade.label if page.grade_id else "", searched=False),
    Money("fine", _("Fine (yuan)")),
    Money("confiscated", _("Confiscated gains and goods (yuan)")),
    _Day("served_on", _("Date of service")),
    _Day("effect_until", _("In effect until")),
    ProseField("remedy", _("Remedies"), searched=False),
)

PENALTY = register(
    RecordType(
        key="penalty",
        label=_("Penalty decisions"),
        singular=_("Penalty decision"),
        section="decisions",
        section_title="行政处罚",
        phase=Phase.AFTER,
        model=PenaltyDecisionPage,
        hint=_("Has a company been penalised?"),
        order=10,
        archived=True,
        deadline="publish_penalty",
        in_navigation=True,
        is_news=True,
        template="pages/decision.html",
        shown=(
            *_OWN,
            agency_link(),
            power_link(),
            replace(article_links(), searched=False),
            benchmark_link(),
            officer_links(),
        ),
        columns=(
            RecordColumn(TagListField("penalty_types", _("Kinds of penalty"), read=_types)),
            RecordColumn(PublicField("result", _("Content of the penalty"), searched=False), most=400),
        ),
        unfiltered=("procedure", "grade", "domain"),
        own_page=tuple(one.name for one in _OWN),
        bare_permalink=True,
        list_tags=penalty_tags,
        figures=Figures(
            heading=_("Penalties now public, in figures"),
            by_year=_("Penalties by year"),
            browse=_("Browse all penalty decisions"),
        ),
        begin_label=_("New penalty decision"),
        is_repairable=True,
        menu_label=_("Penalty decisions"),
        form=IMPORT,
        told_in={"other_penalty": "penalty_types", "agency": "agency_link", "cited": "articles"},
        internal=(
            "filed_on",
            "notified_on",
            "declared_window_end",
            "benchmark_reason",
        ),
    )
)
