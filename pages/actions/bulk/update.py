"""Changed decisions: each page gets a new revision, a log entry and a new version of its record."""

from collections.abc import Sequence

from wagtail.models import ReferenceIndex

from pages.actions.bulk.build import build_party, page_values, type_terms
from pages.actions.bulk.changes import Applied, DecisionChange
from pages.actions.bulk.shared import Shared
from pages.facts import PartyFacts
from pages.models import PartyIdentity, PenaltyDecisionPage, PenaltyParty


def update_decisions(changes: Sequence[DecisionChange], shared: Shared) -> list[Applied]:
    """Apply changed facts page by page, through Wagtail's own revisions: few rows change, each keeps its history."""
    pages = {
        page.pk: page for page in PenaltyDecisionPage.objects.filter(pk__in=[change.page_id for change in changes])
    }
    return [_update(pages[change.page_id], change, shared) for change in changes if change.page_id in pages]


def _update(page: PenaltyDecisionPage, change: DecisionChange, shared: Shared) -> Applied:
    draft = page.get_latest_revision_as_object()
    _assign(draft, change, shared)
    revision = draft.save_revision(user=shared.user, log_action=True, clean=False)
    over = draft.expire_at is not None and draft.expire_at <= shared.now
    if shared.publish and not over and not shared.privacy.doubtful(change.facts, page.pk):
        if shared.approval:
            _approve(page, revision, shared)
        revision.publish(user=shared.user, skip_permission_checks=True)
    _seal_identities(page.pk, change.facts.parties, list(draft.parties.all()))
    ReferenceIndex.create_or_update_for_object(PenaltyDecisionPage.objects.get(pk=page.pk))
    return Applied(change.facts.natural_key(), page.pk, page.url_path, (), over)


def _assign(draft: PenaltyDecisionPage, change: DecisionChange, shared: Shared) -> None:
    """Facts onto the draft."""
    for name, value in page_values(change.facts, shared).items():
        setattr(draft, name, value)
    if not draft.remedy:
        procedure = draft.procedure.code if draft.procedure_id else ""
        draft.remedy = shared.remedies.proposed(change.facts.decided_on, procedure)
    draft.penalty_types = type_terms(change.facts, shared)
    draft.parties = _match_parties(list(draft.parties.all()), change.facts.parties, shared)


def _match_parties(present: list[PenaltyParty], wanted: Sequence[PartyFacts], shared: Shared) -> list[PenaltyParty]:
    """Parties keep row and uid by credit code or name: history compares them, identities stay theirs."""
    left = list(present)
    matched = []
    for order, facts in enumerate(wanted):
        old = next((party for party in left if _same_party(party, facts)), None)
        party = build_party(facts, shared, old.uid if old else None)
        if old is not None:
            left.remove(old)
            party.pk = old.pk
        party.sort_order = order
        matched.append(party)
    return matched


def _same_party(party: PenaltyParty, facts: PartyFacts) -> bool:
    return party.name == facts.name or bool(facts.credit_code and party.credit_code == facts.credit_code)


def _approve(page: PenaltyDecisionPage, revision: object, shared: Shared) -> None:
    """Write the approval into the revision that goes live."""
    approval = shared.approval
    if approval is None:
        return
    content = revision.content  # type: ignore[attr-defined]
    content.update(approved_by=approval.user_id, approved_source=approval.source, approved_at=approval.at.isoformat())
    revision.save(update_fields=["content"])  # type: ignore[attr-defined]


def _seal_identities(page_id: int, facts: Sequence[PartyFacts], parties: list[PenaltyParty]) -> None:
    """Identity numbers of a changed source replace those held; a source without them removes none."""
    for party in parties:
        match = next((one for one in facts if one.identity and _same_party(party, one)), None)
        if match is None:
            continue
        sealed = PartyIdentity.seal(page_id, party.uid, match.identity.personal, match.identity.representative)
        held = PartyIdentity.objects.filter(page_id=page_id, party_uid=party.uid).first()
        if held is None:
            sealed.save()
        elif held.fingerprint != sealed.fingerprint:
            sealed.pk = held.pk
            sealed.save()
