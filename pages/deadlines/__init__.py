"""Deadlines: what the law gives, counted in working days or calendar days.

The day after the event is day one (民法典 201). Holidays and 调休 working days follow the State Council's papers.
"""

from pages.deadlines.calendar import WorkCalendar, load_calendar
from pages.deadlines.engine import Due, UnknownDeadlineError, compute_due, due_by

__all__ = ["Due", "UnknownDeadlineError", "WorkCalendar", "compute_due", "due_by", "load_calendar"]
