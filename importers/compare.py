"""What a file means for the database: new, changed, unchanged, or a conflict that waits.

Three sides are compared: what the source says now, what it said last (``ImportTrace``), and what the page says. So a
field that an editor has mended is kept while the source does not change it; where both changed, the row waits.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from importers.current import brings_identity, facts_of, sealed_of
from importers.demands import Demands, lacking
from importers.formats import KINDS, ImportFormat
from importers.formats.parties import PERSON
from importers.keys import find_pages
from importers.marks import (
    covers,
    first_marks_of,
    items_of,
    join_items,
    mark,
    marks_of,
    party_marks,
    party_slot,
    starts_with,
    unpack,
    whole_mark,
)
from importers.matching import Matcher, NamesakeError, by_party, identity_mark, namesake_mark
from importers.merge import Decision
from importers.models import ImportTrace
from importers.steps import Change, Outcome, Step, as_shown, problem_of
from pages.acts.bulk.versions import source_version, why_busy
from records.types.columns.problems import Problem
from records.types.decision_data import DecisionData, PartyData


def compare(decisions: Sequence[Decision], publish: bool = False) -> list[Step]:
    """Compare decisions with the database; a fixed number of queries, and more only for those that changed."""
    if not decisions:
        return []
    kind = KINDS[decisions[0].data.kind]
    pages = find_pages(kind, decisions)
    traces = ImportTrace.objects.in_bulk([decision.key for decision in decisions])
    demands = Demands(kind)
    found = ((decision, traces.get(decision.key), pages.get(decision.key)) for decision in decisions)
    return [_step(demands, decision, trace, page_id, publish) for decision, trace, page_id in found]


def _step(demands: Demands, decision: Decision, trace: ImportTrace | None, page_id: int | None, publish: bool) -> Step:
    if page_id is None:
        return _new(demands.kind, decision)
    if trace is not None and _says_the_same(decision.data, trace):
        return Step(decision, Outcome.UNCHANGED, decision.data, page_id)
    page = demands.kind.model.objects.get(pk=page_id)
    step = _Merger(demands, decision, trace, source_version(page)).step()
    if step.outcome is Outcome.CHANGED and (reason := why_busy(page, publish)):
        step.problems.append(problem_of(decision, "", reason))
        step.outcome = Outcome.CONFLICT
    return step


def _new(kind: ImportFormat, decision: Decision) -> Step:
    """A new decision goes in unless it lacks what no page can be without."""
    step = Step(decision, Outcome.NEW, decision.data, marks=first_marks_of(decision.data))
    step.problems = [problem_of(decision, code, reason) for code, reason in lacking(kind, decision.data)]
    if step.problems:
        step.outcome = Outcome.CONFLICT
    return step


def _says_the_same(data: DecisionData, trace: ImportTrace) -> bool:
    """Whether the source says nothing that it did not say last; what it leaves out now is not unsaid by that."""
    if identity_mark(data.parties) not in ("", trace.identity_mark):
        return False
    return trace.content_hash == data.content_hash() or covers(unpack(trace.marks), marks_of(data))


class _Merger:
    """One decision against its page and what was imported last."""

    def __init__(self, demands: Demands, decision: Decision, trace: ImportTrace | None, page: Any) -> None:
        self.demands = demands
        self.kind = demands.kind
        self.decision = decision
        base = self.base = unpack(trace.marks) if trace else {}
        self.last_numbers = trace.identity_mark if trace else ""
        self.page = page
        self.now = facts_of(page)
        self.said = decision.data
        self.now_marks = marks_of(self.now)
        self.said_marks = marks_of(self.said)
        self.marks = base | {name: one for name, one in self.said_marks.items() if name in self.kind.fields}
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def step(self) -> Step:
        values = {name: self._field(name) for name in self.kind.fields}
        parties, identities_changed = self._parties()
        data = replace(self.said, **values, parties=parties, agency_code=self.now.agency_code or self.said.agency_code)
        if self.changes and not self.problems:
            self._object(data)
        step = Step(self.decision, Outcome.CHANGED, data, self.page.pk, self.changes, self.problems, self.marks)
        if self.problems:
            step.outcome = Outcome.CONFLICT
        elif not self.changes and not identities_changed:
            # The page says so already, or an editor's words stand: only what the source said is remembered.
            step.outcome, step.retraced = Outcome.UNCHANGED, True
        return step

    def _object(self, data: DecisionData) -> None:
        """What the page may not become, whoever changes it."""
        found = self.demands.broken(self.page, self.now, data)
        self.problems += [problem_of(self.decision, code, reason) for code, reason in found]

    def _field(self, name: str) -> Any:
        if name in self.said.silent:
            return getattr(self.now, name)
        marks = (self.said_marks[name], self.now_marks[name], self.base.get(name))
        code = self.kind.fields[name]
        return self._merged(self.said, self.now, name, code, marks, self._wants(code))

    def _wants(self, code: str) -> bool:
        """Whether the form demands a column, and the row leaves it empty."""
        empty = all(_is_empty(getattr(self.said, name)) for name, one in self.kind.fields.items() if one == code)
        column = self.kind.column(code)
        return empty and (column.required or column.expected)

    def _merged(
        self, said: Any, now: Any, name: str, code: str, marks: tuple[str, str, str | None], wanted: bool
    ) -> Any:
        """One value out of three: said now, on the page, said last (``marks`` in this order)."""
        before, after = getattr(now, name), getattr(said, name)
        said_mark, now_mark, base = marks
        if said_mark in (now_mark, base) or (base is None and _is_empty(after)):
            return before
        if base != now_mark and not (base is None and self.base and starts_with(now, name)):
            self._conflict(code, as_shown(after)[:80] if said is self.said else "")
            return before
        if wanted and _is_empty(after):
            reason = _("“%(column)s” is empty in the file, and what is published must have it.")
            self.problems.append(problem_of(self.decision, code, reason % {"column": self.kind.label_of(code)}))
            return before
        self.changes.append(Change(code, as_shown(before), as_shown(after)))
        return after

    def _conflict(self, code: str, value: str = "") -> None:
        reason = (
            _("“%(column)s” was changed here by hand since the last import and reads otherwise in the file.")
            if self.base
            else _("This decision was entered by hand, and “%(column)s” reads otherwise in the file.")
        ) % {"column": self.kind.label_of(code)}
        self.problems.append(problem_of(self.decision, code, reason, value))

    def _parties(self) -> tuple[tuple[PartyData, ...], bool]:
        """The page's parties with what the source changed or added; a party that the source leaves out stays."""
        sealed = by_party([str(party.uid) for party in self.page.parties.all()], sealed_of(self.page.pk))
        merged = list(self.now.parties)
        spoken = bool(self.last_numbers) and identity_mark(merged, sealed) == self.last_numbers
        matcher = Matcher(self.said.parties, tuple(merged), sealed, spoken)
        identities_changed = False
        for said in self.said.parties:
            try:
                at = matcher.find(said)
            except NamesakeError:
                self._namesake()
                continue
            if at is None:
                self.changes.append(Change(self.kind.party, "", said.name))
                self.marks[party_slot(said, self._suffix(said))] = party_marks(said)
                merged.append(said)
                continue
            identities_changed = identities_changed or brings_identity(said.identity, sealed[at])
            merged[at] = self._party(said, merged[at])
        return tuple(merged), identities_changed

    def _namesake(self) -> None:
        reason = _("The page has a person of this name with another identity number. Say by hand who is meant.")
        self.problems.append(problem_of(self.decision, self.kind.party, reason))

    def _suffix(self, said: PartyData) -> str:
        return namesake_mark(said, self.said.parties)

    def _party(self, said: PartyData, now: PartyData) -> PartyData:
        """Item by item: a file without a column for one says nothing of it."""
        known = replace(said, **{name: getattr(now, name) for name in said.silent})
        base = self._party_base(known, now)
        marks = items_of(party_marks(said))
        values = {}
        for name, said_mark in marks.items():
            code = self.kind.code_of(name)
            wanted = self.kind.column(code).is_demanded and said.category != PERSON
            three = (said_mark, mark(getattr(now, name)), base.get(name))
            values[name] = self._merged(said, now, name, code, three, wanted)
        self.marks[party_slot(known, self._suffix(said))] = join_items(base | marks)
        return replace(now, **values, identity=said.identity)

    def _party_base(self, said: PartyData, now: PartyData) -> dict[str, str]:
        """What was said last of a party, by item; it may have been named without its code then."""
        slots = (party_slot(said, self._suffix(said)), party_slot(said), party_slot(now))
        held = next((self.base[slot] for slot in slots if self.base.get(slot)), "")
        whole = next((one for one in (said, now) if whole_mark(one) == held), None)
        return items_of(party_marks(replace(whole, silent=frozenset())) if whole else held)


def _is_empty(value: Any) -> bool:
    return value in ("", None, ())
