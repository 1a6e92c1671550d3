"""权责清单: the columns and parts of the official list (law.md 8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.power_facts import law_names, power_type
from pages.kinds.power.models import PowerPage
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.basis import BasisField, RemedyField
from records.types.fields import CodeField, LinksField, ProseField, PublicField, TableField
from rules.models.terms import Vocabulary


def _public(pages: Any) -> Any:
    return pages.filter(live=True, disclosure="public").order_by("position", "pk")


def _benchmarks(power: Any) -> list[tuple[str, str]]:
    return [(f"benchmark-{one.pk}", one.violation) for one in _public(power.benchmarks)] if power.pk else []


def _guides(power: Any) -> list[tuple[str, str]]:
    return [(f"guide-{one.pk}", one.name) for one in _public(power.guides)] if power.pk else []


def _procedures(power: Any) -> list[str]:
    """Penalties have two procedures with remedies of their own; every other act has one."""
    return ["summary", "ordinary"] if power.power_type_id and power.power_type.code == "penalty" else [""]


POWER = register(
    RecordType(
        key="power",
        label=_("Powers"),
        singular=_("Power"),
        section="powers",
        section_title="权责清单",
        phase=Phase.BEFORE,
        model=PowerPage,
        hint=_("What may this bureau do, on what basis, within what time, and for what does it answer?"),
        order=18,
        in_navigation=True,
        date_label=_("In force from"),
        shown=(
            CodeField("code", _("Code of the power")),
            PublicField("power_type", _("Type of power"), read=power_type, tone=of_terms(Vocabulary.POWER_TYPE)),
            PublicField("unit", _("Undertaking unit")),
            CodeField("phone", _("Supervision phone")),
            PublicField("time_limit", _("Time limit")),
            PublicField("fee", _("Fee")),
            TableField("items", _("Sub-items"), columns=(("code", _("Code")), ("name", _("Name")))),
            BasisField("bases", _("Legal basis of enforcement")),
            ProseField("duties", _("Duties and responsibilities")),
            ProseField("accountability", _("Circumstances of accountability")),
            LinksField("benchmarks", _("Discretion benchmarks"), read=_benchmarks, section=True),
            LinksField("guides", _("Service guides"), read=_guides, section=True),
            RemedyField("remedy", _("Remedies"), procedures=_procedures),
        ),
        facets=(
            Facet("power_type", _("Type of power"), lambda power: [power_type(power)]),
            Facet("unit", _("Undertaking unit"), lambda power: [power.unit]),
            Facet("law", _("Law"), law_names),
        ),
        summary_fields=("code", "unit", "time_limit"),
        tags=("power_type",),
        icon="list-ol",
        told_in={"name": "title"},
    )
)
