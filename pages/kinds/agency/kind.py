"""Enforcement bodies: the items of the official list (law.md 8), internal units, entrustment, remedies."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.agency.models import AgencyPage
from records.types import Facet, Phase, RecordType, register
from records.types.fields import CodeField, DayField, LinksField, ProseField, PublicField, TableField


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
    return [(f"agency-{found.pk}" if found else "", body.entrusting_body)]


AGENCY = register(
    RecordType(
        key="agency",
        label=_("Enforcement bodies"),
        singular=_("Enforcement body"),
        section="agencies",
        section_title="执法主体",
        phase=Phase.BEFORE,
        model=AgencyPage,
        hint=_("Who enforces, on what standing, with which units and phones?"),
        order=10,
        in_navigation=True,
        is_founding=True,
        date_label=_("In force from"),
        shown=(
            PublicField("nature", _("Nature"), read=_nature),
            CodeField("credit_code", _("Unified social credit code")),
            PublicField("staff", _("Authorised staff")),
            PublicField("head", _("Head")),
            CodeField("phone", _("Phone")),
            PublicField("address", _("Address"), full=True),
            LinksField("entrusting", _("Entrusting body"), read=_entrusting),
            DayField("entrusted_from", _("Entrusted from"), read=_entrusted("entrusted_from")),
            DayField("entrusted_to", _("Entrusted to"), read=_entrusted("entrusted_to")),
            ProseField("duties", _("Duties")),
            ProseField("jurisdiction", _("Jurisdiction and area of enforcement")),
            TableField(
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
            PublicField("remedy_review_body", _("Body for administrative reconsideration")),
            PublicField("remedy_court", _("Court for administrative litigation")),
        ),
        facets=(Facet("nature", _("Nature"), lambda body: [_nature(body)]),),
        summary_fields=("address", "phone"),
        tags=("nature",),
        icon="home",
        told_in={
            "name": "title",
            "region_code": "region",
            "entrusting_body": "entrusting",
            "entrustment": "attachments",
        },
    )
)
