"""Officers: the columns of the official list and the certificate's time (law.md 8); nothing else of a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.officer.models import Officer
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import CodeField, DayField, PublicField, TagListField
from rules.models.terms import Vocabulary

CATEGORY = Vocabulary.ENFORCEMENT_CATEGORY


def labels(officer: Any) -> list[str]:
    """The Chinese names of the categories."""
    return [term.label for term in officer.categories.all()]


OFFICER = register(
    RecordType(
        key="officer",
        label=_("Enforcement officers"),
        singular=_("Enforcement officer"),
        section="officers",
        section_title="执法人员",
        phase=Phase.BEFORE,
        subject=Officer,
        hint=_("Who may enforce, for what and where? Each name stands here while the certificate is valid."),
        order=14,
        shown=(
            PublicField("unit", _("Unit"), read=lambda officer: officer.unit.name),
            PublicField("unit_part", _("Internal unit")),
            PublicField("position", _("Post")),
            CodeField("certificate_no", _("Certificate number")),
            TagListField("categories", _("Categories of enforcement"), read=labels, tone=of_terms(CATEGORY)),
            TagListField("areas", _("Area of enforcement"), read=lambda officer: officer.areas),
            DayField("valid_from", _("Certificate valid from")),
            DayField("valid_to", _("Certificate valid to")),
        ),
        facets=(
            Facet("unit", _("Unit"), lambda officer: [officer.unit.name, officer.unit_part]),
            Facet("category", _("Category of enforcement"), labels, of="categories"),
            Facet("area", _("Area of enforcement"), lambda officer: officer.areas),
        ),
        summary_fields=("unit", "unit_part", "position", "certificate_no"),
        tags=("categories",),
        date_label=_("Certificate valid from"),
        icon="group",
        told_in={"name": "title", "area": "areas", "order": "position"},
        internal=(
            "status",
            "status_since",
            "has_legal_qualification",
            "legal_qualification_no",
        ),
    )
)
