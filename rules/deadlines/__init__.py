"""Deadlines: what the law gives, counted in working days or calendar days.

The day after the event is day one (民法典 201). Holidays and 调休 working days follow the State Council's papers.
"""

from rules.deadlines.calendar import WorkCalendar
from rules.deadlines.engine import Due, UnknownDeadlineError, due_by

__all__ = ["Due", "UnknownDeadlineError", "WorkCalendar", "due_by"]
