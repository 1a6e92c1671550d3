"""Enforcement bodies: the items of the official list (law.md 8), internal units, entrustment, remedies."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.agency.models import EntityPage
from records.kinds import Facet, Kind, Phase, register
from records.kinds.shown import Day, Links, Prose, Shown, Table, Whole


def _nature(body: Any) -> str:
    return str(NATURES[body.nature])


# The official terms: what is stored in a record is Chinese in every language of the reader.
NATURES = {"statutory": "法定行政机关", "authorised": "法律、法规授权组织", "entrusted": "受委托组织"}


def _entrusted(name: str) -> Any:
    """Reads a field of an entrusted body; nothing of others."""
    return lambda body: getattr(body, name) if body.nature == "entrusted" else None


def _entrusting(body: Any) -> list[tuple[str, str]]:
    """The entrusting body, with the key of its record when it is a body of this column."""
    if body.nature != "entrusted" or not body.entrusting_body:
        return []
    found = type(body).objects.filter(name=body.entrusting_body).exclude(pk=body.pk).first()
    return [(f"entity-{found.pk}" if found else "", body.entrusting_body)]


ENTITY = register(
    Kind(
        key="entity",
        label=_("Enforcement bodies"),
        singular=_("Enforcement body"),
        section="entities",
        section_title="执法主体",
        phase=Phase.BEFORE,
        model=EntityPage,
        hint=_("Who enforces, on what standing, with which units and phones?"),
        order=10,
        in_navigation=True,
        date_label=_("In force from"),
        shown=(
            Shown("nature", _("Nature"), read=_nature),
            Whole("credit_code", _("Unified social credit code")),
            Shown("staff", _("Authorised staff")),
            Shown("head", _("Head")),
            Whole("phone", _("Phone")),
            Shown("address", _("Address"), full=True),
            Links("entrusting", _("Entrusting body"), read=_entrusting),
            Day("entrusted_from", _("Entrusted from"), read=_entrusted("entrusted_from")),
            Day("entrusted_to", _("Entrusted to"), read=_entrusted("entrusted_to")),
            Prose("duties", _("Duties")),
            Prose("jurisdiction", _("Jurisdiction and area of enforcement")),
            Table(
                "internal_units",
                _("Internal units"),
                columns=(
                    ("name", _("Name")),
                    ("duties", _("Duties")),
                    ("responsible", _("Person responsible")),
                    ("phone", _("Phone")),
                ),
                whole=("phone",),
            ),
            Shown("remedy_review_body", _("Body for administrative reconsideration")),
            Shown("remedy_court", _("Court for administrative litigation")),
        ),
        facets=(Facet("nature", _("Nature"), lambda body: [_nature(body)]),),
        listed=("address", "phone"),
        tags=("nature",),
        icon="home",
    )
)
