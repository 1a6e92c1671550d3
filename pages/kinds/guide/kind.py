"""服务指南: the columns and parts of the official list (law.md 8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.power_facts import law_names, power_of, power_type
from pages.kinds.guide.models import GuidePage
from records.kinds import Facet, Kind, Phase, register
from records.kinds.basis import BasisLinks, Remedy
from records.kinds.shown import Links, Prose, Shown, Table, Whole

# What is stored in a record is Chinese in every language of the reader.
_FORMS = {"original": "原件", "copy": "复印件", "both": "原件及复印件", "electronic": "电子文件"}


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
        model=GuidePage,
        hint=_("What must be handed in, where, and how long does it take?"),
        order=22,
        date_label=_("In force from"),
        shown=(
            Links("power", _("Power"), read=power_of),
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
            Facet("power_type", _("Type of power"), lambda page: [power_type(page.power)] if page.power_id else []),
            Facet("law", _("Law"), law_names),
        ),
        listed=("legal_limit", "promised_limit", "phone"),
        icon="help",
    )
)
