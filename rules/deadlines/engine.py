"""Counting deadlines by their dated rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from django.utils.translation import gettext as _

from rules.deadlines.calendar import WorkCalendar
from rules.windows import add_months


class DatedRule(Protocol):
    """A deadline as its row says it (``rules.models.DeadlineRule``)."""

    pk: Any
    key: str
    limit: int
    unit: str
    before: bool
    rolls_on: bool
    month: int | None
    day: int | None
    valid_from: date | None
    valid_to: date | None
    basis: str


R = TypeVar("R", bound=DatedRule)


class UnknownDeadlineError(LookupError):
    """No rule of this key is in force on that day; the message says so in the reader's language."""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline counted: ``due`` is the last day on which the act is in time.

    ``complete`` is False when a calendar year that was needed is not announced: then weekends only were counted and the
    date is provisional (暂估).
    """

    start: date
    due: date
    limit: int
    unit: str
    rule: str
    basis: str
    complete: bool
    rule_id: int | None = None


def newest(rules: Iterable[R], key: str, start: date) -> R:
    """The row that counts of those in force. Raises ``UnknownDeadlineError``."""
    found = max(rules, key=lambda rule: (rule.valid_from or date.min, rule.pk), default=None)
    if found is None:
        raise UnknownDeadlineError(
            _("There is no deadline %(key)s that is in force on %(day)s.") % {"key": key, "day": start.isoformat()}
        )
    return found


def due_by(rule: DatedRule, start: date, calendar: WorkCalendar) -> Due:
    """Count one rule from a day."""
    due, complete = _COUNTERS[rule.unit](rule, start, calendar)
    return Due(start, due, rule.limit, rule.unit, rule.key, rule.basis, complete, rule.pk)


def _working_days(rule: DatedRule, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    due = calendar.step(start, rule.limit, -1 if rule.before else 1)
    return due, calendar.knows_all(start, due)


def _calendar_days(rule: DatedRule, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    due = start + timedelta(days=-rule.limit if rule.before else rule.limit)
    return _rolled(rule, due, calendar)


def _months(rule: DatedRule, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    return _rolled(rule, add_months(start, -rule.limit if rule.before else rule.limit), calendar)


def _date(rule: DatedRule, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """A fixed day of the year after."""
    return _rolled(rule, date(start.year + 1, rule.month or 1, rule.day or 1), calendar)


def _rolled(rule: DatedRule, due: date, calendar: WorkCalendar) -> tuple[date, bool]:
    if not rule.rolls_on or rule.before:
        return due, True
    moved = calendar.next_workday(due)
    return moved, calendar.knows_all(due, moved)


_COUNTERS = {
    "working_days": _working_days,
    "calendar_days": _calendar_days,
    "months": _months,
    "date": _date,
}
