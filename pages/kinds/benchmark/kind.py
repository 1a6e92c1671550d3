"""裁量基准: the columns and parts of the official list (law.md 8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.power_facts import law_names, power_of
from pages.kinds.benchmark.models import BenchmarkPage
from records.types import Facet, Phase, RecordType, register
from records.types.basis import BasisField
from records.types.fields import LinksField, ProseField, TableField


def _yuan(amount: Any) -> str:
    """20,000, or 0.5 where there are cents."""
    return f"{amount:,.2f}".rstrip("0").rstrip(".")


def _amount(grade: Any) -> str:
    """The range in words; an open end is 以上 or 以下."""
    least, most = grade.amount_from, grade.amount_to
    if least is not None and most is not None:
        return f"{_yuan(least)}元" if least == most else f"{_yuan(least)}元以上{_yuan(most)}元以下"
    if least is not None:
        return f"{_yuan(least)}元以上"
    return f"{_yuan(most)}元以下" if most is not None else ""


def _grades(page: Any) -> list[dict[str, str]]:
    return [
        {
            "circumstance": grade.circumstance.label if grade.circumstance_id else "",
            "standard": grade.standard,
            "amount": _amount(grade),
            "percent": grade.percent,
            "other": grade.other_penalty,
        }
        for grade in page.grades.all()
    ]


BENCHMARK = register(
    RecordType(
        key="benchmark",
        label=_("Discretion benchmarks"),
        singular=_("Discretion benchmark"),
        section="benchmarks",
        section_title="裁量基准",
        phase=Phase.BEFORE,
        model=BenchmarkPage,
        hint=_("How heavy is the penalty, in which circumstances?"),
        order=20,
        date_label=_("In force from"),
        shown=(
            LinksField("power", _("Power"), read=power_of),
            ProseField("penalty", _("Penalty by law")),
            TableField(
                "grades",
                _("Grades of the benchmark"),
                read=_grades,
                columns=(
                    ("circumstance", _("Circumstance")),
                    ("standard", _("Standard of the circumstance")),
                    ("amount", _("Amount of the fine")),
                    ("percent", _("Percentage")),
                    ("other", _("Other penalty")),
                ),
            ),
            BasisField("bases", _("Legal basis of enforcement")),
        ),
        facets=(Facet("law", _("Law"), law_names),),
        icon="order",
        told_in={
            "violation": "title",
            "grades.amount_from": "grades",
            "grades.amount_to": "grades",
            "grades.other_penalty": "grades",
        },
    )
)
