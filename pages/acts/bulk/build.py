"""From facts to unsaved pages and parties, exactly as the admin's form would leave them."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from django.db.models.base import ModelState
from wagtail.models import Page

from pages.acts.bulk.changes import DecisionChange
from pages.acts.bulk.shared import BulkContext
from pages.base.decision_data import PartyData, PenaltyData
from pages.base.titles import compose_slug, compose_title, digest
from pages.kinds.penalty.models import PenaltyDecisionPage, PenaltyParty
from rules.models import Term
from rules.numbers import normalise_number
from rules.windows import SHANGHAI, NoWindowRuleError, Window, WindowCase

# Facts that are columns of the page under the same name.
COLUMNS = tuple(
    f.name for f in fields(PenaltyData) if f.name not in {"parties", "penalty_types", "kind", "agency_name", "silent"}
)
Made = TypeVar("Made", PenaltyDecisionPage, PenaltyParty)
PARTY_COLUMNS = tuple(f.name for f in fields(PartyData) if f.name not in {"category", "identity", "silent"})


@dataclass(slots=True)
class PreparedDecision:
    """One decision on its way into the tables."""

    change: DecisionChange
    page: PenaltyDecisionPage
    parties: list[PenaltyParty]
    types: list[Term]
    window: Window | None  # None: no rule covers the decision
    window_warning: str = ""
    revision_id: int = 0
    content_hash: str = ""
    new_party_facts: Sequence[PartyData] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the window rules had to say."""
        return (self.window_warning,) if self.window_warning else ()

    def is_over(self, now: datetime) -> bool:
        """The window had ended before the record could be shown."""
        return self.window is not None and self.window.visible_to <= now


def page_values(facts: PenaltyData, shared: BulkContext) -> dict[str, Any]:
    """Columns of a decision page that follow from its facts."""
    values = {name: getattr(facts, name) for name in COLUMNS}
    agency = shared.agencies.get(facts.agency_code) or shared.agencies.get(facts.agency_name)
    return {
        **values,
        "agency_name": facts.agency_name,
        "agency_id": agency,
        "doc_no_norm": normalise_number(facts.doc_no),
        "natural_key": facts.natural_key(),
    }


def propose(facts: PenaltyData, shared: BulkContext, procedure: str = "", grade: str = "", domain: str = "") -> Window:
    """The publicity window of a decision by the rules."""
    case = WindowCase(
        act=facts.kind,
        decided_on=facts.decided_on,
        procedure=procedure,
        penalty_types=facts.penalty_types,
        party_categories=tuple(party.category for party in facts.parties),
        grade=grade,
        domain=domain,
        declared_end=facts.declared_window_end,
        effect_until=facts.effect_until,
    )
    return shared.context.windows.propose(case, shared.now.astimezone(SHANGHAI).date())


def build_new(change: DecisionChange, shared: BulkContext) -> PreparedDecision:
    """An unsaved decision; path, slug and ids come later."""
    facts = change.facts
    window, warning = _window(facts, shared)
    page = _fresh(
        shared.blank_page,
        **page_values(facts, shared),
        translation_key=uuid.uuid4(),
        title=compose_title([(p.name, p.category) for p in facts.parties], facts.violation_kind, shared.context.policy)
        or facts.doc_no,
        locale_id=shared.locale_id,
        content_type_id=shared.page_type.pk,
        owner_id=shared.user.pk if shared.user else None,
        expire_at=window.visible_to if window else None,
        latest_revision_created_at=shared.now,
    )
    # The 790号 form has no column for it, and the document must tell it (行政处罚法 59).
    page.remedy = shared.remedies.proposed(facts.decided_on)
    set_deadline(page, shared)
    page.window_rule, page.draft_title = window.rule if window else None, page.title
    page.minimum_rule = window.regime if window else None
    parties = [build_party(party, shared) for party in facts.parties]
    built = PreparedDecision(change, page, parties, type_terms(facts, shared), window, warning)
    doubtful = bool(shared.publish and shared.privacy.doubtful(facts))
    set_state(page, shared, built.is_over(shared.now), doubtful)
    return built


def _window(facts: PenaltyData, shared: BulkContext) -> tuple[Window | None, str]:
    """The proposed window and what it warns of; without a rule none, and the decision stays a draft."""
    try:
        window = propose(facts, shared)
    except NoWindowRuleError as error:
        return None, str(error)
    return window, window.warning


def set_deadline(page: PenaltyDecisionPage, shared: BulkContext) -> None:
    """By when the law wants it public."""
    due = shared.deadlines.due(page.kind, page.decided_on)
    page.publish_due_on = due.due if due else None
    page.due_provisional = due is not None and not due.complete
    page.due_rule_id = due.rule_id if due else None


def set_state(page: PenaltyDecisionPage, shared: BulkContext, over: bool, doubtful: bool = False) -> None:
    """Draft, live, or over: a decision whose window has ended is kept and never goes live; nor one without a window.

    ``doubtful``: its texts may tell about persons; it waits as a draft until somebody has decided.
    """
    live = shared.publish and not over and not doubtful and page.expire_at is not None
    page.live, page.has_unpublished_changes, page.expired = live, not live, over and shared.publish
    if live:
        page.first_published_at = page.first_published_at or shared.now
        page.last_published_at = shared.now
    if shared.publish and shared.approval:
        page.approved_by_id = shared.approval.user_id
        page.approved_source, page.approved_at = shared.approval.source, shared.approval.at


def build_party(facts: PartyData, shared: BulkContext, uid: uuid.UUID | None = None) -> PenaltyParty:
    """An unsaved party; the identity numbers stay behind."""
    values = {name: getattr(facts, name) for name in PARTY_COLUMNS}
    party = _fresh(shared.blank_party, **values, uid=uid or uuid.uuid4())
    party.category = shared.terms["party_category", facts.category]
    return party


def _fresh(blank: Made, **values: Any) -> Made:
    """An unsaved instance with the blank one's defaults; constructors of pages took a sixth of a mass act's time.

    What differs from row to row by default (a UUID) must be among the values.
    """
    made = type(blank).__new__(type(blank))
    made.__dict__.update(blank.__dict__, _state=ModelState(), **values)
    return made


def type_terms(facts: PenaltyData, shared: BulkContext) -> list[Term]:
    """Vocabulary terms of the penalty types, in the order written."""
    return [shared.terms["penalty_type", code] for code in facts.penalty_types]


def give_slugs(pages: Iterable[PenaltyDecisionPage], parent: Page) -> None:
    """Year and serial; where two authorities share them, with a digest of the natural key."""
    wanted = {id(page): compose_slug(page.doc_no, page.natural_key) for page in pages}
    taken = set(parent.get_children().filter(slug__in=set(wanted.values())).values_list("slug", flat=True))
    for page in pages:
        slug = wanted[id(page)]
        if slug in taken:
            slug = f"{slug}-{digest(page.natural_key or page.doc_no)}"
        taken.add(slug)
        page.slug, page.url_path = slug, f"{parent.url_path}{slug}/"
