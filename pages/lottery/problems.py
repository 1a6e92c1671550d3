"""Why a task cannot be drawn, told before anybody commits to it: each problem belongs to a field of the form."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from pages.lottery.facts import Task
from pages.lottery.fit import may_inspect

# 行政处罚法 42, 行政强制法 18: never fewer than two.
LEAST_OFFICERS = 2


class Reason(StrEnum):
    """What is wrong; the form says it in the reader's language."""

    TOO_FEW_OBJECTS = "too_few_objects"
    NOTHING_TO_DRAW = "nothing_to_draw"
    OBJECT_TWICE = "object_twice"
    OFFICER_TWICE = "officer_twice"
    ONE_OFFICER = "one_officer"
    TOO_FEW_OFFICERS = "too_few_officers"
    DATES = "dates"
    UNKNOWN_CONFLICT = "unknown_conflict"
    WEIGHT = "weight"
    CAP_REACHED = "cap_reached"


@dataclass(frozen=True, slots=True)
class Problem:
    """``field`` is where it is mended; ``ids`` are the objects or officers concerned; ``have`` and ``need`` count."""

    field: str
    reason: Reason
    have: int = 0
    need: int = 0
    ids: tuple[str, ...] = ()


class LotteryError(Exception):
    """A task that cannot be drawn, with all that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{one.field}: {one.reason} ({one.have}/{one.need})" for one in problems))
        self.problems = problems


def find_problems(task: Task) -> list[Problem]:
    """Everything that keeps this task from being drawn; empty when any draw of it will succeed."""
    found = [*_of_rules(task), *_of_lists(task)]
    return found or _of_officers(task)


def _of_rules(task: Task) -> list[Problem]:
    rules, found = task.rules, []
    if rules.number < 1:
        found.append(Problem("number", Reason.NOTHING_TO_DRAW, rules.number, 1))
    elif len(task.objects) < rules.number:
        found.append(Problem("objects", Reason.TOO_FEW_OBJECTS, len(task.objects), rules.number))
    if rules.officers_per_object < LEAST_OFFICERS:
        have = rules.officers_per_object
        found.append(Problem("officers_per_object", Reason.ONE_OFFICER, have, LEAST_OFFICERS))
    if rules.date_to < rules.date_from:
        found.append(Problem("date_to", Reason.DATES))
    return found


def _of_lists(task: Task) -> list[Problem]:
    objects = [one.id for one in task.objects]
    officers = [one.id for one in task.officers]
    unknown = {one.object for one in task.conflicts} - set(objects)
    unknown |= {one.officer for one in task.conflicts} - set(officers)
    light = tuple(one.id for one in task.objects if not 1 <= one.weight <= 99)
    cases = (
        ("objects", Reason.OBJECT_TWICE, _twice(objects)),
        ("officers", Reason.OFFICER_TWICE, _twice(officers)),
        ("conflicts", Reason.UNKNOWN_CONFLICT, tuple(sorted(unknown))),
        ("objects", Reason.WEIGHT, light),
    )
    return [Problem(field, reason, ids=ids) for field, reason, ids in cases if ids]


def _of_officers(task: Task) -> list[Problem]:
    """Any object may be drawn, so each needs enough officers: else some seeds would work and others not."""
    conflicts = frozenset(task.conflicts)
    counts = {
        one.id: sum(may_inspect(officer, one, task.rules, conflicts) for officer in task.officers)
        for one in task.objects
    }
    need = task.rules.officers_per_object
    short = {key: have for key, have in counts.items() if have < need}
    if not short:
        return []
    return [Problem("officers", Reason.TOO_FEW_OFFICERS, min(short.values()), need, tuple(sorted(short)))]


def _twice(ids: list[str]) -> tuple[str, ...]:
    return tuple(sorted(key for key, count in Counter(ids).items() if count > 1))
