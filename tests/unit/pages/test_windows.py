"""Publicity windows: the seed rows of every regime, caps, declared ends, and the edge of a day."""

from datetime import UTC, date, datetime

import pytest

from pages.models.rules import WindowRule
from pages.seeds.window_rules import RULES
from pages.windows import NoWindowRuleError, WindowCase, add_months, end_of_day, last_day_before, propose_window

SEEDS = [WindowRule(**{"act": "" if row.get("is_cap") else "penalty", "priority": 0, **row}) for row in RULES]


def propose(day, **case):
    return propose_window(WindowCase("penalty", day, **case), SEEDS)


@pytest.mark.parametrize(
    ("day", "case", "last_day"),
    [
        (date(2022, 5, 6), {}, date(2023, 5, 6)),
        (date(2022, 5, 6), {"grade": "serious"}, date(2025, 5, 6)),
        (date(2023, 4, 30), {}, date(2024, 4, 30)),
        (date(2023, 5, 1), {}, date(2024, 5, 1)),
        (date(2024, 2, 29), {"grade": "serious"}, date(2027, 2, 28)),
        (date(2025, 3, 3), {"domain": "work_safety"}, date(2028, 3, 3)),
        (date(2026, 3, 31), {}, date(2027, 3, 31)),
        (date(2026, 4, 1), {}, date(2027, 4, 1)),
        (date(2026, 4, 1), {"procedure": "summary"}, date(2026, 7, 1)),
        (date(2026, 4, 1), {"penalty_types": ("warning",)}, date(2026, 7, 1)),
        (date(2026, 4, 1), {"penalty_types": ("warning", "criticism")}, date(2026, 7, 1)),
        (date(2026, 4, 1), {"penalty_types": ("warning", "fine")}, date(2027, 4, 1)),
        (date(2026, 4, 1), {"penalty_types": ("warning",), "grade": "serious"}, date(2029, 4, 1)),
        (date(2026, 4, 1), {"grade": "minor"}, date(2026, 7, 1)),
        (date(2026, 4, 1), {"grade": "serious"}, date(2029, 4, 1)),
        (date(2026, 4, 1), {"grade": "serious", "party_categories": ("person",)}, date(2028, 4, 1)),
        (date(2025, 3, 3), {"domain": "fire_safety", "party_categories": ("organisation", "person")}, date(2027, 3, 3)),
    ],
)
def test_seed_rules(day, case, last_day):
    assert propose(day, **case).last_day == last_day


def test_a_declared_end_wins_up_to_the_maximum():
    window = propose(date(2025, 2, 12), declared_end=date(2028, 2, 12))
    assert (window.last_day, window.clamped, window.warning) == (date(2028, 2, 12), False, "")


def test_a_declared_end_beyond_the_maximum_is_clamped_and_said():
    window = propose(date(2025, 2, 12), declared_end=date(2028, 12, 31))
    assert (window.last_day, window.clamped) == (date(2028, 2, 12), True)
    assert "2028-12-31" in window.warning
    assert "2028-02-12" in window.warning


def test_no_rule_is_said_not_guessed():
    with pytest.raises(NoWindowRuleError):
        propose_window(WindowCase("permit", date(2026, 1, 1)), [rule for rule in SEEDS if not rule.is_cap])


def test_a_day_ends_at_midnight_in_shanghai():
    end = end_of_day(date(2027, 2, 12))
    assert end.astimezone(UTC) == datetime(2027, 2, 12, 16, 0, tzinfo=UTC)
    assert last_day_before(end) == date(2027, 2, 12)


def test_months_end_where_the_calendar_does():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 11, 30), 3) == date(2025, 2, 28)
