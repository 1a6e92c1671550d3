"""What is to be done with one decision of a file, and what it would change."""

import enum
from dataclasses import dataclass, field
from typing import Any

from importers.merge import Decision
from records.types.columns.problems import Problem
from records.types.decision_data import DecisionData


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
    that holds the decision already. ``marks`` is what the source has said so far. ``retraced`` says that only the
    trace is to be written.
    """

    decision: Decision
    outcome: Outcome
    data: DecisionData
    page_id: int | None = None
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    retraced: bool = False


def problem_of(decision: Decision, code: str, reason: str, value: str = "") -> Problem:
    """What is wrong with a decision, told at its first line."""
    first = decision.rows[0]
    return Problem(first.sheet, first.line, code, value, reason)


def as_shown(value: Any) -> str:
    """A value in a difference."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)
