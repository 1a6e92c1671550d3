"""A page as the facts it holds, in the language of the importers."""

from dataclasses import fields
from typing import Any

from importers.formats import KINDS
from pages.base.parties import Party
from pages.base.shape import plain_columns, shape_of
from privacy import crypto
from privacy.models import PartyIdentity
from records.types.decision_data import DecisionData, PartyData, PartyIdentityNumbers

PARTY = tuple(one.name for one in fields(PartyData) if one.name not in {"category", "identity", "silent"})


def facts_of(page: Any) -> DecisionData:
    """The facts of a page (identity numbers left out), as an importer would have handed them over."""
    data, shape = KINDS[page.kind].declared.data, shape_of(page.kind)
    said = {one.name for one in fields(data)}
    values = {name: getattr(page, name) for name in plain_columns(shape.model, data)}
    values |= {name: _code(getattr(page, name)) for name in shape.term if name in said}
    values |= {name: tuple(term.code for term in getattr(page, name).all()) for name in shape.terms if name in said}
    return data(**values, parties=tuple(party_of(party) for party in page.parties.all()))


def _code(term: Any) -> str:
    return term.code if term else ""


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
