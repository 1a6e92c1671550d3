"""Deadlines and working days as the rows of the database say."""

from datetime import date

from rules.deadlines import Due, WorkCalendar, due_by
from rules.deadlines.engine import newest
from rules.models.deadlines import AnnouncedYear, CalendarDay, DeadlineRule


def load_calendar() -> WorkCalendar:
    """The calendar with what administrators entered (two queries)."""
    special = dict(CalendarDay.objects.values_list("date", "is_workday"))
    return WorkCalendar(special, frozenset(AnnouncedYear.objects.values_list("year", flat=True)))


def compute_due(key: str, start: date, calendar: WorkCalendar | None = None) -> Due:
    """The deadline of a key for what begins on ``start`` (one query, three without a calendar).

    Raises ``UnknownDeadlineError``.
    """
    rules = DeadlineRule.objects.filter(key=key).in_force(start)
    return due_by(newest(rules, key, start), start, calendar or load_calendar())
