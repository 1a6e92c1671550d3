"""服务指南: the columns and parts of the official list (law.md 8)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.power_facts import law_names, power_of, power_type
from pages.kinds.guide.models import GuidePage
from records.types import Facet, Phase, RecordType, register
from records.types.basis import BasisField, RemedyField
from records.types.fields import CodeField, LinksField, ProseField, PublicField, TableField

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
    RecordType(
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
            LinksField("power", _("Power"), read=power_of),
            PublicField("accepting_body", _("Accepting body")),
            PublicField("approving_body", _("Approving body")),
            PublicField("legal_limit", _("Time limit by law")),
            PublicField("promised_limit", _("Promised time limit")),
            PublicField("fee", _("Fee")),
            PublicField("office_hours", _("Office hours")),
            PublicField("address", _("Address")),
            CodeField("phone", _("Phone")),
            BasisField("bases", _("Legal basis of enforcement")),
            ProseField("conditions", _("Conditions of the service item")),
            TableField(
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
            ProseField("process", _("Process")),
            ProseField("favours", _("Preferential policies")),
            ProseField("supervision", _("Ways of supervision")),
            ProseField("accountability", _("Accountability")),
            RemedyField("remedy", _("Remedies")),
        ),
        facets=(
            Facet("power_type", _("Type of power"), lambda page: [power_type(page.power)] if page.power_id else []),
            Facet("law", _("Law"), law_names),
        ),
        summary_fields=("legal_limit", "promised_limit", "phone"),
        icon="help",
        told_in={"name": "title"},
    )
)
