"""What a file means for the database: new, changed, unchanged, or a conflict that waits.

Three sides are compared: what the source says now, what it said last (``ImportTrace``), and what the page says. So a
field that an editor has mended is kept while the source does not change it; where both changed, the row waits.
"""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from importers.columns.problems import Problem
from importers.current import facts_of, identity_marks
from importers.kinds import KINDS, AnyFacts, Kind
from importers.marks import marks_of, party_mark, party_slot, unpack
from importers.merge import Decision
from importers.models import ImportTrace
from pages.crypto import fingerprint
from pages.facts import PartyFacts


class Outcome(enum.Enum):
    """What becomes of a decision."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Change:
    """One field that the import changes: its code in the form, and both values as text."""

    code: str
    before: str
    after: str


@dataclass(slots=True)
class Step:
    """What is to be done with one decision.

    ``facts`` is what the act gets: the source's, or for a changed page source and page merged. ``page_id`` is the page
    that holds the decision already. ``retraced`` says that only the trace is to be written.
    """

    decision: Decision
    outcome: Outcome
    facts: AnyFacts
    page_id: int | None = None
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    retraced: bool = False


def identity_mark(facts: AnyFacts) -> str:
    """Keyed hash of all identity numbers of a decision, to tell a mended number from an unchanged file."""
    numbers = sorted((p.name, p.identity.personal, p.identity.representative) for p in facts.parties if p.identity)
    return fingerprint(*(text for one in numbers for text in one)) if numbers else ""


def compare(decisions: Sequence[Decision]) -> list[Step]:
    """Compare decisions with the database; a fixed number of queries, and more only for those that changed."""
    if not decisions:
        return []
    kind = KINDS[decisions[0].facts.kind]
    keys = [decision.key for decision in decisions]
    traces = ImportTrace.objects.in_bulk(keys)
    pages = dict(kind.model.objects.filter(natural_key__in=keys).values_list("natural_key", "pk"))
    return [_step(kind, decision, traces.get(decision.key), pages.get(decision.key)) for decision in decisions]


def _step(kind: Kind, decision: Decision, trace: ImportTrace | None, page_id: int | None) -> Step:
    if page_id is None:
        return Step(decision, Outcome.NEW, decision.facts)
    if trace is not None and _says_the_same(decision.facts, trace):
        return Step(decision, Outcome.UNCHANGED, decision.facts, page_id)
    page = kind.model.objects.get(pk=page_id).get_latest_revision_as_object()
    return _Merger(kind, decision, unpack(trace.marks) if trace else {}, page).step()


def _says_the_same(facts: AnyFacts, trace: ImportTrace) -> bool:
    return trace.content_hash == facts.content_hash() and trace.identity_mark == identity_mark(facts)


class _Merger:
    """One decision against its page and what was imported last."""

    def __init__(self, kind: Kind, decision: Decision, base: dict[str, str], page: Any) -> None:
        self.kind = kind
        self.decision = decision
        self.base = base
        self.page = page
        self.now = facts_of(page)
        self.said = decision.facts
        self.now_marks = marks_of(self.now)
        self.said_marks = marks_of(self.said)
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def step(self) -> Step:
        values = {name: self._field(name) for name in self.kind.fields}
        parties, identities_changed = self._parties()
        facts = replace(
            self.said, **values, parties=parties, authority_code=self.now.authority_code or self.said.authority_code
        )
        step = Step(self.decision, Outcome.CHANGED, facts, self.page.pk, self.changes, self.problems)
        if self.problems:
            step.outcome = Outcome.CONFLICT
        elif not self.changes and not identities_changed:
            # The page says so already, or an editor's words stand: only what the source said is remembered.
            step.outcome, step.retraced = Outcome.UNCHANGED, True
        return step

    def _field(self, name: str) -> Any:
        said, now, base = self.said_marks[name], self.now_marks[name], self.base.get(name)
        if said in (now, base):
            return getattr(self.now, name)
        if base is None or now != base:
            self._conflict(name)
            return getattr(self.now, name)
        self.changes.append(
            Change(self.kind.fields[name], as_shown(getattr(self.now, name)), as_shown(getattr(self.said, name)))
        )
        return getattr(self.said, name)

    def _conflict(self, name: str) -> None:
        code = self.kind.party if name == "parties" else self.kind.fields[name]
        label = self.kind.label_of(code)
        reason = (
            _("“%(column)s” was changed here by hand since the last import and reads otherwise in the file.")
            if self.base
            else _("This decision was entered by hand, and “%(column)s” reads otherwise in the file.")
        ) % {"column": label}
        first = self.decision.rows[0]
        value = as_shown(getattr(self.said, name))[:80] if name != "parties" else ""
        self.problems.append(Problem(first.sheet, first.line, code, value, reason))

    def _parties(self) -> tuple[tuple[PartyFacts, ...], bool]:
        """The page's parties with what the source changed or added; a party that the source leaves out stays."""
        seals = identity_marks([self.page.pk])
        uids = [str(party.uid) for party in self.page.parties.all()]
        merged = list(self.now.parties)
        free = list(range(len(merged)))
        identities_changed = False
        for said in self.said.parties:
            at = _match(said, merged, free)
            if at is None:
                self.changes.append(Change(self.kind.party, "", said.name))
                merged.append(said)
                continue
            free.remove(at)
            sealed = seals.get((self.page.pk, uids[at]), "")
            mark = fingerprint(said.identity.personal, said.identity.representative) if said.identity else ""
            identities_changed = identities_changed or bool(mark and mark != sealed)
            merged[at] = self._party(said, merged[at])
        return tuple(merged), identities_changed

    def _party(self, said: PartyFacts, now: PartyFacts) -> PartyFacts:
        base = self.base.get(party_slot(said))
        if party_mark(said) in (party_mark(now), base):
            return replace(now, identity=said.identity)
        if base is not None and party_mark(now) == base:
            self.changes.append(Change(self.kind.party, now.name, said.name))
            return said
        self._conflict("parties")
        return now


def _match(said: PartyFacts, parties: Sequence[PartyFacts], free: Iterable[int]) -> int | None:
    """Which of the page's parties a row means: by credit code, else by name and category, else by name."""
    tests = (
        lambda party: bool(said.credit_code) and party.credit_code == said.credit_code,
        lambda party: (party.name, party.category) == (said.name, said.category),
        lambda party: party.name == said.name,
    )
    for test in tests:
        for at in free:
            if test(parties[at]):
                return at
    return None


def as_shown(value: Any) -> str:
    """A value in a difference."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)
