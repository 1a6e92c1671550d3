"""Working days against an independent count over 2018–2026, from the papers entered as facts in tests/data/calendar."""

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rules.deadlines.calendar import WorkCalendar
from rules.deadlines.engine import due_by
from rules.models import DeadlineRule

FACTS = Path(__file__).parents[2] / "data" / "calendar" / "holidays.txt"
DAYS = st.dates(date(2018, 1, 1), date(2026, 9, 30))


def _facts() -> dict[str, bool]:
    worked = {}
    for line in FACTS.read_text("utf-8").splitlines():
        if line[:4].isdigit():
            year, sign, *days = line.split()
            worked |= {f"{year}-{day}": sign == "+" for day in days}
    return worked


WORKED = _facts()


def free(day: date) -> bool:
    """By the papers and the weekends alone."""
    return not WORKED.get(str(day), day.isoweekday() < 6)


def counted(start: date, limit: int) -> date:
    """The independent count: tick off one day after the other."""
    ticked = 0
    for ahead in range(1, 400):
        day = date.fromordinal(start.toordinal() + ahead)
        if not free(day):
            ticked += 1
        if ticked == limit:
            return day
    raise AssertionError("no such day")


def rule(limit: int, unit: str = "working_days", **more) -> DeadlineRule:
    return DeadlineRule(key="test", name="test", limit=limit, unit=unit, basis="…", **more)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


BACKWARDS = {
    "calendar_days": lambda day, limit: date.fromordinal(day.toordinal() - limit),
    "months": months_before,
}


def test_every_day_of_nine_years_is_what_the_papers_say():
    calendar = WorkCalendar()
    day = date(2018, 1, 1)
    wrong = []
    while day <= date(2026, 12, 31):
        if calendar.is_workday(day) == free(day):
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


@settings(max_examples=400, deadline=None)
@given(start=DAYS, limit=st.integers(1, 20))
@example(start=date(2026, 9, 30), limit=7)
@example(start=date(2020, 1, 23), limit=7)
def test_working_days_agree_with_the_independent_count(start, limit):
    due = due_by(rule(limit), start, WorkCalendar())
    assert due.due == counted(start, limit)
    assert due.complete


@settings(max_examples=200, deadline=None)
@given(start=DAYS, limit=st.integers(1, 120))
def test_calendar_days_are_counted_from_the_day_after(start, limit):
    assert due_by(rule(limit, "calendar_days"), start, WorkCalendar()).due == date.fromordinal(
        start.toordinal() + limit
    )


@settings(max_examples=200, deadline=None)
@given(start=DAYS, limit=st.integers(1, 60))
def test_a_period_that_rolls_on_ends_on_the_first_day_that_is_not_free(start, limit):
    plain = date.fromordinal(start.toordinal() + limit)
    ahead = next(n for n in range(60) if not free(date.fromordinal(plain.toordinal() + n)))
    due = due_by(rule(limit, "calendar_days", rolls_on=True), start, WorkCalendar())
    assert due.due == date.fromordinal(plain.toordinal() + ahead)


@settings(max_examples=200, deadline=None)
@given(day=st.dates(date(2018, 3, 1), date(2026, 9, 30)), limit=st.integers(1, 10))
def test_what_must_come_before_a_day_has_that_many_working_days_up_to_it(day, limit):
    last = due_by(rule(limit, before=True), day, WorkCalendar()).due
    assert not free(last)
    between = [n for n in range(last.toordinal(), day.toordinal()) if not free(date.fromordinal(n))]
    assert len(between) == limit


@settings(max_examples=100, deadline=None)
@given(
    day=st.dates(date(2018, 3, 1), date(2026, 9, 30)), limit=st.integers(1, 60), unit=st.sampled_from(sorted(BACKWARDS))
)
@example(day=date(2026, 10, 9), limit=5, unit="calendar_days")  # 4 October, a holiday
@example(day=date(2026, 11, 1), limit=1, unit="months")  # 1 October
def test_a_period_that_counts_backwards_does_not_roll_on(day, limit, unit):
    """An act that must come before a day would be late on the first working day after its last."""
    back = {"rolls_on": True, "before": True}
    due = due_by(rule(limit, unit, **back), day, WorkCalendar())
    assert due.due == BACKWARDS[unit](day, limit)
    assert due.complete
    assert due_by(rule(limit, unit, before=True), day, WorkCalendar()).due == due.due


@settings(max_examples=200, deadline=None)
@given(first=DAYS, length=st.integers(0, 400))
def test_working_days_of_a_span_agree(first, length):
    last = min(date.fromordinal(first.toordinal() + length), date(2026, 12, 31))
    days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
    assert WorkCalendar().workdays_between(first, last) == sum(not free(day) for day in days)


def test_an_unknown_year_counts_weekends_and_says_so():
    due = due_by(rule(7), date(2026, 12, 28), WorkCalendar())
    assert due.due == date(2027, 1, 6)
    assert not due.complete


def test_a_year_entered_by_an_administrator_is_known():
    calendar = WorkCalendar({date(2027, 1, 1): False}, frozenset({2027}))
    due = due_by(rule(7), date(2026, 12, 28), calendar)
    assert due.due == date(2027, 1, 7)
    assert due.complete


def test_an_entered_day_goes_before_the_library():
    ordinary = date(2026, 11, 18)
    assert WorkCalendar().is_workday(ordinary)
    assert not WorkCalendar({ordinary: False}).is_workday(ordinary)


def test_a_date_of_the_next_year():
    due = due_by(rule(0, "date", month=1, day=31), date(2025, 6, 1), WorkCalendar())
    assert due.due == date(2026, 1, 31)
