"""From facts to unsaved pages and parties, exactly as the admin's form would leave them."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState
from wagtail.models import Page

from pages.acts.bulk.changes import DecisionChange
from pages.acts.bulk.shared import BulkContext
from pages.base.shape import PARTIES, plain_columns
from pages.base.titles import compose_slug, compose_title, digest
from records.types.decision_data import DecisionData, PartyData
from rules.models import Term
from rules.numbers import normalise_number
from rules.windows import SHANGHAI, NoWindowRuleError, Window

Made = TypeVar("Made", bound=models.Model)
PARTY_COLUMNS = tuple(f.name for f in fields(PartyData) if f.name not in {"category", "identity", "silent"})


@dataclass(slots=True)
class PreparedDecision:
    """One decision on its way into the tables."""

    change: DecisionChange
    page: Any
    parties: list[Any]
    terms: Mapping[str, list[Term]]
    window: Window | None  # None: no rule covers the decision
    window_warning: str = ""
    revision_id: int = 0
    content_hash: str = ""
    new_parties: Sequence[PartyData] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the window rules had to say."""
        return (self.window_warning,) if self.window_warning else ()

    def is_over(self, now: datetime) -> bool:
        """The window had ended before the record could be shown."""
        return self.window is not None and self.window.visible_to <= now


def page_values(data: DecisionData, shared: BulkContext) -> dict[str, Any]:
    """Columns of a decision page that follow from its facts."""
    agency = shared.agencies.get(data.agency_code) or shared.agencies.get(data.agency_name)
    return {
        **{name: getattr(data, name) for name in plain_columns(shared.shape.model, type(data))},
        "agency_id": agency,
        "doc_no_norm": normalise_number(data.doc_no),
        "natural_key": data.natural_key(),
    }


def propose(data: DecisionData, shared: BulkContext) -> Window:
    """The publicity window of a decision by the rules."""
    return shared.context.windows.propose(data.window_case(), shared.now.astimezone(SHANGHAI).date())


def build_new(change: DecisionChange, shared: BulkContext) -> PreparedDecision:
    """An unsaved decision; path, slug and ids come later."""
    data = change.data
    window, warning = _window(data, shared)
    page = _fresh(
        shared.blank_page,
        **page_values(data, shared),
        translation_key=uuid.uuid4(),
        title=_title(data, shared) or data.doc_no,
        locale_id=shared.locale_id,
        content_type_id=shared.page_type.pk,
        owner_id=shared.user.pk if shared.user else None,
        expire_at=window.visible_to if window else None,
        latest_revision_created_at=shared.now,
    )
    choose_terms(page, data, shared)
    propose_remedy(page, data, shared)
    set_deadline(page, shared)
    page.window_rule, page.draft_title = window.rule if window else None, page.title
    page.minimum_rule = window.regime if window else None
    parties = [build_party(party, shared) for party in data.parties]
    terms = {name: term_list(data, name, shared) for name in shared.shape.terms}
    hold_children(page, {**{name: [] for name in shared.shape.others}, PARTIES: parties, **terms})
    built = PreparedDecision(change, page, parties, terms, window, warning)
    waits = shared.publish and (shared.privacy.doubtful(data) or data.natural_key() in shared.ended)
    set_state(page, shared, built.is_over(shared.now), bool(waits))
    return built


def _title(data: DecisionData, shared: BulkContext) -> str:
    model = shared.shape.model
    parties = [(party.name, party.category) for party in data.parties]
    return compose_title(parties, getattr(data, model.subject_field), shared.context.policy, model.title_end)


def choose_terms(page: Any, data: DecisionData, shared: BulkContext) -> None:
    """The page's choices of one term; a fact without a code chooses none."""
    for name, vocabulary in shared.shape.term.items():
        if hasattr(data, name):
            code = getattr(data, name)
            setattr(page, name, shared.terms[vocabulary, code] if code else None)


def propose_remedy(page: Any, data: DecisionData, shared: BulkContext) -> None:
    """No form of a source has a column for it, and the document must tell it (行政处罚法 59)."""
    if shared.has_remedy and not page.remedy:
        procedure = page.procedure.code if getattr(page, "procedure_id", None) else ""
        page.remedy = shared.remedies.proposed(data.decided_on, procedure)


def hold_children(page: Any, children: Mapping[str, list[Any]]) -> None:
    """Let a page answer for its children from memory, as a form's page does; no question goes to the database."""
    page._cluster_related_objects = dict(children)


def _window(data: DecisionData, shared: BulkContext) -> tuple[Window | None, str]:
    """The proposed window and what it warns of; without a rule none, and the decision stays a draft."""
    try:
        window = propose(data, shared)
    except NoWindowRuleError as error:
        return None, str(error)
    return window, window.warning


def set_deadline(page: Any, shared: BulkContext) -> None:
    """By when the law wants it public."""
    due = shared.deadlines.due(page.kind, page.decided_on)
    page.publish_due_on = due.due if due else None
    page.due_provisional = due is not None and not due.complete
    page.due_rule_id = due.rule_id if due else None


def set_state(page: Any, shared: BulkContext, over: bool, waits: bool = False) -> None:
    """Draft, live, or over: a decision whose window has ended is kept and never goes live; nor one without a window.

    ``waits``: somebody must decide first, about what its texts tell of persons, or about a record that was ended.
    """
    live = shared.publish and not over and not waits and page.expire_at is not None
    page.live, page.has_unpublished_changes, page.expired = live, not live, over and shared.publish
    if live:
        page.first_published_at = page.first_published_at or shared.now
        page.last_published_at = shared.now
    if shared.publish and shared.approval:
        page.approved_by_id = shared.approval.user_id
        page.approved_source, page.approved_at = shared.approval.source, shared.approval.at


def build_party(data: PartyData, shared: BulkContext, uid: uuid.UUID | None = None) -> Any:
    """An unsaved party; the identity numbers stay behind."""
    values = {name: getattr(data, name) for name in PARTY_COLUMNS}
    party = _fresh(shared.blank_party, **values, uid=uid or uuid.uuid4())
    party.category = shared.terms["party_category", data.category]
    return party


def _fresh(blank: Made, **values: Any) -> Made:
    """An unsaved instance with the blank one's defaults; constructors of pages took a sixth of a mass act's time.

    What differs from row to row by default (a UUID) must be among the values.
    """
    made = type(blank).__new__(type(blank))
    made.__dict__.update(blank.__dict__, _state=ModelState(), **values)
    return made


def term_list(data: DecisionData, name: str, shared: BulkContext) -> list[Term]:
    """A page's choices of several terms, in the order in which a page keeps them."""
    vocabulary = shared.shape.terms[name]
    return sorted((shared.terms[vocabulary, code] for code in getattr(data, name, ())), key=_place)


def _place(term: Term) -> tuple[int, int]:
    return term.weight, term.pk


def give_slugs(pages: Iterable[Any], parent: Page) -> None:
    """Year and serial; where two authorities share them, with a digest of the natural key."""
    wanted = {id(page): compose_slug(page.doc_no, page.natural_key) for page in pages}
    taken = set(parent.get_children().filter(slug__in=set(wanted.values())).values_list("slug", flat=True))
    for page in pages:
        slug = wanted[id(page)]
        if slug in taken:
            slug = f"{slug}-{digest(page.natural_key or page.doc_no)}"
        taken.add(slug)
        page.slug, page.url_path = slug, f"{parent.url_path}{slug}/"
