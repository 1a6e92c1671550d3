"""Counting deadlines by their dated rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pages.deadlines.calendar import WorkCalendar, load_calendar
from rules.windows import add_months

if TYPE_CHECKING:
    from pages.models.deadlines import DeadlineRule


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


def compute_due(key: str, start: date, calendar: WorkCalendar | None = None) -> Due:
    """The deadline of a key for what begins on ``start`` (one query, three without a calendar).

    Raises ``UnknownDeadlineError``.
    """
    from pages.models.deadlines import DeadlineRule

    rules = DeadlineRule.objects.filter(key=key).in_force(start)
    return due_by(newest(rules, key, start), start, calendar or load_calendar())


def newest(rules: "Iterable[DeadlineRule]", key: str, start: date) -> "DeadlineRule":
    """The row that counts of those in force. Raises ``UnknownDeadlineError``."""
    found = max(rules, key=lambda rule: (rule.valid_from or date.min, rule.pk), default=None)
    if found is None:
        raise UnknownDeadlineError(
            _("There is no deadline %(key)s that is in force on %(day)s.") % {"key": key, "day": start.isoformat()}
        )
    return found


def due_by(rule: "DeadlineRule", start: date, calendar: WorkCalendar) -> Due:
    """Count one rule from a day."""
    due, complete = _COUNTERS[rule.unit](rule, start, calendar)
    return Due(start, due, rule.limit, rule.unit, rule.key, rule.basis, complete, rule.pk)


def _working_days(rule: "DeadlineRule", start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    due = calendar.step(start, rule.limit, -1 if rule.before else 1)
    return due, calendar.knows_all(start, due)


def _calendar_days(rule: "DeadlineRule", start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    due = start + timedelta(days=-rule.limit if rule.before else rule.limit)
    return _rolled(rule, due, calendar)


def _months(rule: "DeadlineRule", start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    return _rolled(rule, add_months(start, -rule.limit if rule.before else rule.limit), calendar)


def _date(rule: "DeadlineRule", start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """A fixed day of the year after."""
    return _rolled(rule, date(start.year + 1, rule.month or 1, rule.day or 1), calendar)


def _rolled(rule: "DeadlineRule", due: date, calendar: WorkCalendar) -> tuple[date, bool]:
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
