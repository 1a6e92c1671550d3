"""双随机: list of items, annual plan, results (law.md 7): what of them is public."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.inspection.lists import InspectionItemListPage, InspectionPlanPage
from pages.kinds.inspection.results import InspectionResultPage
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import CodeField, LinksField, ProseField, PublicField, TableField
from rules.models.terms import Vocabulary


def _label(name: str) -> Any:
    """Reads the Chinese name of a term; what is stored in a record is Chinese in every language of the reader."""
    return lambda row: term.label if (term := getattr(row, name)) else ""


def _rows(relation: str, *terms: str) -> Any:
    """Reads rows as dicts, terms by their Chinese names."""

    def read(page: Any) -> list[dict[str, Any]]:
        found = getattr(page, relation).all()
        return [{**vars(row), **{name: _label(name)(row) for name in terms}} for row in found]

    return read


def _classes(relation: str) -> Any:
    return lambda page: [_label("item_class")(row) for row in getattr(page, relation).all()]


ITEMS = register(
    RecordType(
        key="inspection_items",
        label=_("Random inspection items"),
        singular=_("List of random inspection items"),
        section="inspection-items",
        section_title="随机抽查事项清单",
        phase=Phase.BEFORE,
        model=InspectionItemListPage,
        hint=_("What may be inspected at random, on what basis, how often and how?"),
        order=40,
        date_label=_("In force from"),
        shown=(
            PublicField("count", _("Number of items"), read=lambda page: page.items.count(), searched=False),
            TableField(
                "items",
                _("Items of inspection"),
                read=_rows("items", "item_class"),
                columns=(
                    ("name", _("Item of inspection")),
                    ("basis", _("Basis of the inspection")),
                    ("subject", _("Inspecting body")),
                    ("objects_of", _("Objects of inspection")),
                    ("content", _("Content and requirements")),
                    ("ratio", _("Ratio")),
                    ("frequency", _("Frequency")),
                    ("method", _("Method")),
                    ("item_class", _("Class of item")),
                    ("remark", _("Remark")),
                ),
            ),
        ),
        facets=(Facet("item_class", _("Class of item"), _classes("items")),),
        summary_fields=("count",),
        icon="list-ol",
    )
)

PLAN = register(
    RecordType(
        key="inspection_plan",
        label=_("Annual inspection plans"),
        singular=_("Annual inspection plan"),
        section="inspection-plans",
        section_title="年度抽查计划",
        phase=Phase.BEFORE,
        model=InspectionPlanPage,
        hint=_("Which inspections are planned this year, and how often at most is one enterprise inspected?"),
        order=41,
        date_label=_("In force from"),
        shown=(
            PublicField("year", _("Year of the plan")),
            PublicField("yearly_cap", _("Most inspections of one enterprise a year")),
            TableField(
                "rows",
                _("Rows of the plan"),
                read=_rows("rows", "item_class", "risk"),
                columns=(
                    ("category", _("Category of inspection")),
                    ("item", _("Item of inspection")),
                    ("objects_of", _("Objects of inspection")),
                    ("item_class", _("Class of item")),
                    ("ratio", _("Ratio and frequency")),
                    ("expected", _("Expected number of objects")),
                    ("risk", _("Risk")),
                    ("period", _("Time of inspection")),
                    ("subject", _("Inspecting body")),
                ),
            ),
            ProseField("cap_note", _("Note on the cap")),
        ),
        facets=(Facet("plan_year", _("Year of the plan"), lambda page: [str(page.year)]),),
        summary_fields=("year", "yearly_cap"),
        icon="calendar-alt",
    )
)


def _inspectors(page: Any) -> list[tuple[str, str]]:
    """Name and certificate, as on the public list of officers."""
    found = page.inspectors.all()
    return [(officer.record_key, f"{officer.name}（{officer.certificate_no}）") for officer in found]


def _handling(page: Any) -> str:
    return "：".join(text for text in (_label("handling")(page), page.handling_note) if text)


RESULT = register(
    RecordType(
        key="inspection_result",
        label=_("Inspection results"),
        singular=_("Inspection result"),
        section="inspection-results",
        section_title="双随机抽查结果",
        also_called=("inspection", "行政检查"),
        phase=Phase.AFTER,
        model=InspectionResultPage,
        hint=_("What did random inspections find, and what followed?"),
        in_navigation=True,
        order=42,
        archived=True,
        is_news=True,
        date_label=_("End of the inspection"),
        deadline="publish_other",
        shown=(
            CodeField("task_no", _("Number of task")),
            PublicField("task_name", _("Name of task")),
            LinksField("inspectors", _("Inspecting officers"), read=_inspectors),
            PublicField(
                "result",
                _("Result of inspection"),
                read=_label("result"),
                tone=of_terms(Vocabulary.INSPECTION_RESULT),
            ),
            PublicField("handling", _("What follows"), read=_handling),
            ProseField("items", _("Items of inspection")),
            ProseField("findings", _("Problems found")),
        ),
        facets=(
            Facet("result", _("Result of inspection"), lambda page: [_label("result")(page)]),
            Facet("item", _("Item of inspection"), lambda page: page.item_names()),
            Facet("handling", _("What follows"), lambda page: [_label("handling")(page)]),
        ),
        summary_fields=("task_no",),
        tags=("result",),
        icon="tick-inverse",
        told_in={"handling_note": "handling"},
    )
)
