"""Rows become decisions: equal keys join, different facts under one key wait as a conflict."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from django.utils.translation import gettext as _

from importers.formats import KINDS
from importers.reading import CleanRow
from privacy.crypto import fingerprint
from records.types.columns.problems import Problem
from records.types.decision_data import DecisionData, PartyData

_LINES_NAMED = 10  # of a conflict, in its sentence


@dataclass(slots=True)
class Decision:
    """One decision as the file gives it: its facts with every party, and the lines it was read from."""

    key: str
    data: DecisionData
    rows: list[CleanRow]


@dataclass(slots=True)
class MergeResult:
    """A whole file merged.

    ``decisions`` in the order of the file; ``waiting`` rows with what keeps them out (their natural key may be empty);
    ``skipped`` counts rows that made no decision of their own because they joined or repeated another row. So
    read = decisions + waiting + skipped.
    """

    decisions: list[Decision] = field(default_factory=list)
    waiting: list[tuple[CleanRow, str, tuple[Problem, ...]]] = field(default_factory=list)
    conflicts: set[tuple[str, int]] = field(default_factory=set)
    skipped: int = 0


def gather(rows: Iterable[CleanRow]) -> MergeResult:
    """Merge the rows of a file by natural key: authority + normalised document number + kind."""
    gathering = MergeResult()
    groups: dict[str, list[CleanRow]] = {}
    for row in rows:
        if row.said is None:
            gathering.waiting.append((row, "", row.problems))
        else:
            groups.setdefault(row.said.natural_key(), []).append(row)
    for key, group in groups.items():
        if all(row.data is None for row in group):
            gathering.waiting += [(row, "", row.problems) for row in group]
        else:
            _join(gathering, key, group)
    return gathering


def _join(gathering: MergeResult, key: str, group: list[CleanRow]) -> None:
    parties = _join_parties(group) if _agree(group) else None
    if parties is None:
        for row in group:
            gathering.waiting.append((row, key, (*row.problems, _conflict(row, group))))
            gathering.conflicts.add((row.sheet, row.line))
        return
    gathering.decisions.append(Decision(key, replace(_joined(group), parties=parties), group))
    gathering.skipped += len(group) - 1


def _agree(group: list[CleanRow]) -> bool:
    """Whether no two rows contradict each other about the decision; how the number is spelled does not matter."""
    if len(group) == 1:
        return True
    if any(row.data is None for row in group):
        return False
    said: dict[str, Any] = {}
    for row in group:
        for name, value in row.data.canonical(with_parties=False).items() if row.data else ():
            if name != "doc_no" and said.setdefault(name, value) != value:
                return False
    return True


def _joined(group: list[CleanRow]) -> DecisionData:
    """What the rows say together: sheets may have different columns, and an absent one says nothing."""
    first, *others = [row.data for row in group if row.data]
    for other in others:
        said = {name: getattr(other, name) for name in first.silent - other.silent}
        first = replace(first, **said, silent=first.silent & other.silent)
    return first


def _join_parties(group: list[CleanRow]) -> tuple[PartyData, ...] | None:
    """All parties of the rows, each once; ``None`` when two rows differ about the same party."""
    found: dict[tuple[str, ...], PartyData] = {}
    for row in group:
        for party in row.data.parties if row.data else ():
            known = found.setdefault(party_key(party), party)
            if known != party or known.identity != party.identity:
                return None
    return tuple(found.values())


def party_key(party: PartyData) -> tuple[str, ...]:
    """What makes two rows name the same party: the credit code, else name, category and identity numbers."""
    if party.credit_code:
        return (party.credit_code,)
    return (party.name, party.category, fingerprint(party.identity.personal))


def _conflict(row: CleanRow, group: list[CleanRow]) -> Problem:
    others = [str(other.line) for other in group if other is not row]
    reason = _("Line(s) %(lines)s give the same document number with other facts; all of them wait.") % {
        "lines": "、".join(others[:_LINES_NAMED]) + "…" * (len(others) > _LINES_NAMED)
    }
    said = cast(DecisionData, row.said)  # without it the row had no key
    return Problem(row.sheet, row.line, KINDS[said.kind].fields["doc_no"], said.doc_no, reason)
