"""权责清单, 裁量基准, 服务指南: the columns and parts of the official lists (law.md 8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds import Facet, Kind, Phase, register
from pages.kinds.basis import BasisLinks, Remedy
from pages.kinds.shown import Links, Prose, Shown, Table, Whole
from pages.models.terms import Vocabulary
from pages.tones import of_terms

# What is stored in a record is Chinese in every language of the reader.
_FORMS = {"original": "原件", "copy": "复印件", "both": "原件及复印件", "electronic": "电子文件"}


def _type(power: Any) -> str:
    return power.power_type.label if power.power_type_id else ""


def _laws(page: Any) -> list[str]:
    return [article.law.name for article in page.articles]


def _public(pages: Any) -> Any:
    return pages.filter(live=True, disclosure="public").order_by("position", "pk")


def _benchmarks(power: Any) -> list[tuple[str, str]]:
    return [(f"benchmark-{one.pk}", one.violation) for one in _public(power.benchmarks)] if power.pk else []


def _guides(power: Any) -> list[tuple[str, str]]:
    return [(f"guide-{one.pk}", one.name) for one in _public(power.guides)] if power.pk else []


def _power(page: Any) -> list[tuple[str, str]]:
    return [(f"power-{page.power_id}", page.power.name)] if page.power_id else []


def _procedures(power: Any) -> list[str]:
    """Penalties have two procedures with remedies of their own; every other act has one."""
    return ["summary", "ordinary"] if power.power_type_id and power.power_type.code == "penalty" else [""]


POWER = register(
    Kind(
        key="power",
        label=_("Powers"),
        singular=_("Power"),
        section="powers",
        section_title="权责清单",
        phase=Phase.BEFORE,
        model="pages.PowerPage",
        hint=_("What may this bureau do, on what basis, within what time, and for what does it answer?"),
        order=18,
        in_navigation=True,
        date_label=_("In force from"),
        shown=(
            Whole("code", _("Code of the power")),
            Shown("power_type", _("Type of power"), read=_type, tone=of_terms(Vocabulary.POWER_TYPE)),
            Shown("unit", _("Undertaking unit")),
            Whole("phone", _("Supervision phone")),
            Shown("time_limit", _("Time limit")),
            Shown("fee", _("Fee")),
            Table("items", _("Sub-items"), columns=(("code", _("Code")), ("name", _("Name")))),
            BasisLinks("bases", _("Legal basis of enforcement")),
            Prose("duties", _("Duties and responsibilities")),
            Prose("accountability", _("Circumstances of accountability")),
            Links("benchmarks", _("Discretion benchmarks"), read=_benchmarks, headed=True),
            Links("guides", _("Service guides"), read=_guides, headed=True),
            Remedy("remedy", _("Remedies"), procedures=_procedures),
        ),
        facets=(
            Facet("power_type", _("Type of power"), lambda power: [_type(power)]),
            Facet("unit", _("Undertaking unit"), lambda power: [power.unit]),
            Facet("law", _("Law"), _laws),
        ),
        listed=("code", "unit", "time_limit"),
        tags=("power_type",),
        icon="list-ol",
    )
)


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
    Kind(
        key="benchmark",
        label=_("Discretion benchmarks"),
        singular=_("Discretion benchmark"),
        section="benchmarks",
        section_title="裁量基准",
        phase=Phase.BEFORE,
        model="pages.BenchmarkPage",
        hint=_("How heavy is the penalty, in which circumstances?"),
        order=20,
        date_label=_("In force from"),
        shown=(
            Links("power", _("Power"), read=_power),
            Prose("penalty", _("Penalty by law")),
            Table(
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
            BasisLinks("bases", _("Legal basis of enforcement")),
        ),
        facets=(Facet("law", _("Law"), _laws),),
        icon="order",
    )
)


def _materials(page: Any) -> list[dict[str, str]]:
    return [
        {
            "name": row.name,
            "form": _FORMS[row.form],
            "copies": str(row.copies),
            "note": row.note,
            "sample": "见附件" if row.sample_id else "",
        }
        for row in page.materials.all()
    ]


GUIDE = register(
    Kind(
        key="guide",
        label=_("Service guides"),
        singular=_("Service guide"),
        section="guides",
        section_title="服务指南",
        phase=Phase.BEFORE,
        model="pages.GuidePage",
        hint=_("What must be handed in, where, and how long does it take?"),
        order=22,
        date_label=_("In force from"),
        shown=(
            Links("power", _("Power"), read=_power),
            Shown("accepting_body", _("Accepting body")),
            Shown("approving_body", _("Approving body")),
            Shown("legal_limit", _("Time limit by law")),
            Shown("promised_limit", _("Promised time limit")),
            Shown("fee", _("Fee")),
            Shown("office_hours", _("Office hours")),
            Shown("address", _("Address")),
            Whole("phone", _("Phone")),
            BasisLinks("bases", _("Legal basis of enforcement")),
            Prose("conditions", _("Conditions of the service item")),
            Table(
                "materials",
                _("Materials"),
                read=_materials,
                columns=(
                    ("name", _("Name")),
                    ("form", _("Form of the material")),
                    ("copies", _("Copies")),
                    ("note", _("Note")),
                    ("sample", _("Model text")),
                ),
            ),
            Prose("process", _("Process")),
            Prose("favours", _("Preferential policies")),
            Prose("supervision", _("Ways of supervision")),
            Prose("accountability", _("Accountability")),
            Remedy("remedy", _("Remedies")),
        ),
        facets=(
            Facet("power_type", _("Type of power"), lambda page: [_type(page.power)] if page.power_id else []),
            Facet("law", _("Law"), _laws),
        ),
        listed=("legal_limit", "promised_limit", "phone"),
        icon="help",
    )
)
