"""Officers: the columns of the official list and the certificate's time (law.md 8); nothing else of a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.officer.models import Officer
from records.kinds import Facet, Kind, Phase, register
from records.kinds.shown import Day, Many, Shown, Whole
from records.tones import of_terms
from rules.models.terms import Vocabulary

CATEGORY = Vocabulary.ENFORCEMENT_CATEGORY


def labels(officer: Any) -> list[str]:
    """The Chinese names of the categories."""
    return [term.label for term in officer.categories.all()]


OFFICER = register(
    Kind(
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
            Shown("unit", _("Unit"), read=lambda officer: officer.unit.name),
            Shown("unit_part", _("Internal unit")),
            Shown("position", _("Post")),
            Whole("certificate_no", _("Certificate number")),
            Many("categories", _("Categories of enforcement"), read=labels, tone=of_terms(CATEGORY)),
            Many("areas", _("Area of enforcement"), read=lambda officer: officer.areas),
            Day("valid_from", _("Certificate valid from")),
            Day("valid_to", _("Certificate valid to")),
        ),
        facets=(
            Facet("unit", _("Unit"), lambda officer: [officer.unit.name, officer.unit_part]),
            Facet("category", _("Category of enforcement"), labels),
            Facet("area", _("Area of enforcement"), lambda officer: officer.areas),
        ),
        listed=("unit", "unit_part", "position", "certificate_no"),
        tags=("categories",),
        date_label=_("Certificate valid from"),
        icon="group",
    )
)
