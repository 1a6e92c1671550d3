"""Which days are working days: the library's years, then what administrators entered, then plain weekends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """``special`` days count as they say; ``announced`` are years known beyond those of the library."""

    special: Mapping[date, bool] = field(default_factory=dict)
    announced: frozenset[int] = frozenset()

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are announced; in any other only weekends are free."""
        return year in self.announced or _in_library(year)

    def is_workday(self, day: date) -> bool:
        """A working day, as far as it is known."""
        entered = self.special.get(day)
        if entered is not None:
            return entered
        if _in_library(day.year):
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < _SATURDAY

    def workdays_between(self, first: date, last: date) -> int:
        """How many working days there are, both ends included; 0 when ``last`` is before ``first``."""
        days = (last - first).days + 1
        return sum(self.is_workday(first + n * _DAY) for n in range(max(days, 0)))

    def step(self, start: date, workdays: int, direction: int = 1) -> date:
        """The working day with that number after ``start`` (before it when ``direction`` is -1); day one follows it."""
        day, left = start, workdays
        while left:
            day += direction * _DAY
            left -= self.is_workday(day)
        return day

    def next_workday(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_workday(day):
            day += _DAY
        return day

    def knows_all(self, first: date, last: date) -> bool:
        """Whether every year from the one date to the other is known, whichever comes first."""
        years = sorted((first.year, last.year))
        return all(self.knows(year) for year in range(years[0], years[1] + 1))


def _in_library(year: int) -> bool:
    # The library's last year holds days of the year after it at most by chance: a year is known by its own paper.
    holidays = chinese_calendar.constants.holidays
    return bool(min(holidays).year <= year <= max(holidays).year)
