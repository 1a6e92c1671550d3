"""A page as the facts it holds, in the language of the importers."""

from typing import Any

from pages.base.parties import Party
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.kinds.permit.models import PermitDecisionPage
from privacy import crypto
from privacy.models import PartyIdentity
from records.types.decision_data import PartyData, PartyIdentityNumbers, PenaltyData, PermitData

MONEY = ("fine", "confiscated")
PLAIN = (
    "doc_no",
    "decided_on",
    "facts",
    "violation_kind",
    "basis",
    "other_penalty",
    "result",
    *MONEY,
    "licence",
    "effect_until",
    "declared_window_end",
    "agency_name",
    "agency_code",
    "source_name",
    "source_code",
    "remark",
)
PERMIT_PLAIN = (
    "doc_no",
    "decided_on",
    "content",
    "document_title",
    "other_kind",
    "licence_name",
    "licence_no",
    "valid_from",
    "valid_until",
    "is_in_force",
    "agency_name",
    "agency_code",
    "source_name",
    "source_code",
    "remark",
)
PARTY = (
    "name",
    "credit_code",
    "registration_no",
    "organisation_code",
    "tax_no",
    "institution_no",
    "social_org_no",
    "representative",
    "representative_id_type",
    "id_type",
)


def facts_of(page: Any) -> PenaltyData | PermitData:
    """The facts of a page (identity numbers left out), as an importer would have handed them over."""
    return _permit_of(page) if isinstance(page, PermitDecisionPage) else _penalty_of(page)


def _permit_of(page: PermitDecisionPage) -> PermitData:
    return PermitData(
        **{name: getattr(page, name) for name in PERMIT_PLAIN},
        permit_kind=page.permit_kind.code if page.permit_kind_id else "",
        parties=tuple(party_of(party) for party in page.parties.all()),
    )


def _penalty_of(page: PenaltyDecisionPage) -> PenaltyData:
    values = {name: getattr(page, name) for name in PLAIN}
    return PenaltyData(
        **values,
        penalty_types=tuple(term.code for term in page.penalty_types.all()),
        parties=tuple(party_of(party) for party in page.parties.all()),
        kind=page.kind,
    )


def party_of(party: Party) -> PartyData:
    """The facts of a party, identity numbers left out."""
    return PartyData(category=party.category_code, **{name: getattr(party, name) for name in PARTY})


def sealed_of(page_id: int) -> dict[str, PartyIdentity]:
    """The sealed identity numbers of a page by the uid of the party."""
    return {str(one.party_uid): one for one in PartyIdentity.objects.filter(page_id=page_id)}


def brings_identity(said: PartyIdentityNumbers, held: PartyIdentity | None) -> bool:
    """Whether a source names an identity number that is not held; one that it leaves out is none."""
    if held is None or not said:
        return bool(said)
    personal = said.personal or crypto.decrypt(held.personal_token)
    representative = said.representative or crypto.decrypt(held.representative_token)
    return crypto.fingerprint(personal, representative) != held.fingerprint
