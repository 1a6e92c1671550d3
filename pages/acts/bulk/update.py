"""Changed decisions: each page gets a new revision, a log entry and a new version of its record."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import ReferenceIndex

from pages.acts.bulk.build import build_party, choose_terms, page_values, propose_remedy, term_list
from pages.acts.bulk.changes import Applied, DecisionChange
from pages.acts.bulk.shared import BulkContext
from pages.acts.bulk.versions import WRITTEN_BY_SOURCE, approve, let_out, version_to_change
from pages.acts.release.locks import lock_pages
from privacy.sealing import seal_numbers
from records.types.decision_data import PartyData


def update_decisions(changes: Sequence[DecisionChange], shared: BulkContext) -> list[Applied]:
    """Apply changed facts page by page, through Wagtail's own revisions: few rows change, each keeps its history."""
    keys = [change.page_id for change in changes]
    lock_pages(key for key in keys if key is not None)
    pages = {page.pk: page for page in shared.shape.model.objects.filter(pk__in=keys)}
    return [_update(pages[change.page_id], change, shared) for change in changes if change.page_id in pages]


def _update(page: Any, change: DecisionChange, shared: BulkContext) -> Applied:
    draft = version_to_change(page, shared.publish)
    _assign(draft, change, shared)
    if shared.approval:
        approve(draft, shared.approval)
    revision = draft.save_revision(user=shared.user, log_action=WRITTEN_BY_SOURCE, clean=False)
    over = draft.expire_at is not None and draft.expire_at <= shared.now
    goes_out = shared.publish and not over and draft.expire_at is not None
    held = let_out(revision, shared.user, shared.approval) if goes_out else ()
    _seal_identities(page.pk, change.data.parties, list(draft.parties.all()))
    ReferenceIndex.create_or_update_for_object(shared.shape.model.objects.get(pk=page.pk))
    return Applied(change.data.natural_key(), page.pk, page.url_path, held, over)


def _assign(draft: Any, change: DecisionChange, shared: BulkContext) -> None:
    """Facts onto the draft."""
    for name, value in page_values(change.data, shared).items():
        setattr(draft, name, value)
    choose_terms(draft, change.data, shared)
    propose_remedy(draft, change.data, shared)
    for name in shared.shape.terms:
        if hasattr(change.data, name):
            setattr(draft, name, term_list(change.data, name, shared))
    draft.parties = _match_parties(list(draft.parties.all()), change.data.parties, shared)


def _match_parties(present: list[Any], wanted: Sequence[PartyData], shared: BulkContext) -> list[Any]:
    """Parties keep row and uid by credit code or name: history compares them, identities stay theirs."""
    left = list(present)
    matched = []
    for order, data in enumerate(wanted):
        old = next((party for party in left if _same_party(party, data)), None)
        party = build_party(data, shared, old.uid if old else None)
        if old is not None:
            left.remove(old)
            party.pk = old.pk
        party.sort_order = order
        matched.append(party)
    return matched


def _same_party(party: Any, data: PartyData) -> bool:
    return party.name == data.name or bool(data.credit_code and party.credit_code == data.credit_code)


def _seal_identities(page_id: int, data: Sequence[PartyData], parties: list[Any]) -> None:
    """Identity numbers of a changed source replace those held; a number that it leaves out stays.

    By place and not by name: two persons of one name have a number each.
    """
    numbers = {
        str(party.uid): (one.identity.personal, one.identity.representative)
        for party, one in zip(parties, data, strict=True)
        if one.identity
    }
    seal_numbers(page_id, numbers)
