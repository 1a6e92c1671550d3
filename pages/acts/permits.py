"""Many permits in one act, written page by page through Wagtail's own saves: they are few, so nothing is cut short."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from pages.acts.bulk.changes import Applied, AppliedBatch, PermitChange
from pages.acts.bulk.versions import WRITTEN_BY_SOURCE, approve, let_out, version_to_change
from pages.acts.release.locks import lock_pages
from pages.acts.site_tree import place_for
from pages.base.decision_data import PartyData, PermitData
from pages.kinds.agency.models import AgencyPage
from pages.kinds.permit.models import PermitDecisionPage, PermitParty
from records.approval import Approval
from rules.models import Term, Vocabulary

_PLAIN = (
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
_PARTY = tuple(name for name in PartyData.__slots__ if name not in {"category", "identity", "silent"})


def apply_permits(
    changes: Sequence[PermitChange],
    *,
    user: Any,
    publish: bool,
    approval: Approval | None = None,
    now: datetime | None = None,
) -> AppliedBatch:
    """Create and change permits in one transaction; all of the group or nothing.

    ``publish`` needs an ``approval``, which is recorded on each page; without it pages are drafts. Raises
    ``PermissionDenied``.
    """
    if publish and approval is None:
        raise PermissionDenied("publishing in bulk needs an approval")
    batch = AppliedBatch()
    with transaction.atomic():
        act = _Act(user, approval if publish else None, now or timezone.now())
        lock_pages(change.page_id for change in changes if change.page_id is not None)
        for change in changes:
            known = change.page_id is not None
            (batch.changed if known else batch.created).append(act.write(change))
    return batch


class _Act:
    """What all permits of one act share."""

    def __init__(self, user: Any, approval: Approval | None, now: datetime) -> None:
        self.user, self.approval, self.now = user, approval, now
        self.kinds = {term.code: term for term in Term.objects.of(Vocabulary.PERMIT_KIND)}
        self.categories = {term.code: term for term in Term.objects.of(Vocabulary.PARTY_CATEGORY)}
        self.agencies: dict[str, int] = {}
        for pk, code, name in AgencyPage.objects.values_list("pk", "credit_code", "name"):
            self.agencies[code] = self.agencies[name] = pk

    def write(self, change: PermitChange) -> Applied:
        """One permit: page, revision, and its publication when that was approved."""
        facts = change.facts
        if change.page_id is None:
            page = PermitDecisionPage(live=False, owner=self.user)
            self._assign(page, facts)
            place_for("permit", facts.decided_on.year).add_child(instance=page)
        else:
            page = version_to_change(PermitDecisionPage.objects.get(pk=change.page_id), self.approval is not None)
            self._assign(page, facts)
        revision = page.save_revision(user=self.user, log_action=WRITTEN_BY_SOURCE, clean=False)
        over = page.expire_at is not None and page.expire_at <= self.now
        goes_out = self.approval is not None and not over and page.expire_at is not None
        held = let_out(revision, self.user, self.approval) if goes_out else ()
        return Applied(facts.natural_key(), page.pk, page.url_path, held, over)

    def _assign(self, page: PermitDecisionPage, facts: PermitData) -> None:
        for name in _PLAIN:
            setattr(page, name, getattr(facts, name))
        page.agency_id = self.agencies.get(facts.agency_code) or self.agencies.get(facts.agency_name)
        page.permit_kind = self.kinds.get(facts.permit_kind)
        page.parties = self._parties(list(page.parties.all()), facts.parties)
        page.identity_numbers = {
            str(party.uid): (one.identity.personal, one.identity.representative)
            for party, one in zip(page.parties.all(), facts.parties, strict=True)
            if one.identity
        }
        if self.approval:
            approve(page, self.approval)

    def _parties(self, present: list[PermitParty], wanted: Sequence[PartyData]) -> list[PermitParty]:
        """Parties keep row and uid by credit code or name: history compares them, identities stay theirs."""
        left, made = list(present), []
        for order, facts in enumerate(wanted):
            old = next((one for one in left if _same(one, facts)), None)
            party = PermitParty() if old is None else old
            if old is not None:
                left.remove(old)
            for name in _PARTY:
                setattr(party, name, getattr(facts, name))
            party.category, party.sort_order = self.categories[facts.category], order
            made.append(party)
        return made


def _same(party: PermitParty, facts: PartyData) -> bool:
    return party.name == facts.name or bool(facts.credit_code and party.credit_code == facts.credit_code)
