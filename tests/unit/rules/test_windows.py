"""Publicity windows: the seed rows of every regime, caps, declared ends, and the edge of a day."""

from datetime import UTC, date, datetime

import pytest

from rules.models.windows import WindowRule
from rules.seeds.window_rules import OTHER_RULES, RULES, SYSTEM_RULES
from rules.windows import (
    LONG_TERM,
    NoWindowRuleError,
    WindowCase,
    WindowTable,
    add_months,
    end_of_day,
    last_day_before,
)

SEEDS = [
    *(WindowRule(**{"act": "" if row.get("is_cap") else "penalty", "priority": 0, **row}) for row in RULES),
    *(WindowRule(**row) for row in (*OTHER_RULES, *SYSTEM_RULES)),
]


def propose(day, act="penalty", system="credit", **case):
    return WindowTable(SEEDS, system).propose(WindowCase(act, day, **case))


@pytest.mark.parametrize(
    ("day", "case", "last_day"),
    [
        (date(2022, 5, 6), {}, date(2023, 5, 6)),
        (date(2022, 5, 6), {"grade": "general"}, date(2023, 5, 6)),
        (date(2023, 4, 30), {"grade": "serious"}, date(2026, 4, 30)),
        (date(2023, 4, 30), {"domain": "work_safety"}, date(2024, 4, 30)),
        (date(2023, 4, 30), {"grade": "serious", "party_categories": ("person",)}, date(2025, 4, 30)),
        (date(2023, 5, 1), {"grade": "serious"}, date(2026, 5, 1)),
        (date(2023, 5, 1), {"domain": "special_equipment"}, date(2026, 5, 1)),
        (date(2026, 3, 31), {"grade": "serious"}, date(2029, 3, 31)),
        (date(2026, 3, 31), {"domain": "fire_safety"}, date(2029, 3, 31)),
        (date(2026, 3, 31), {"procedure": "summary"}, date(2027, 3, 31)),
        (date(2026, 3, 31), {"penalty_types": ("warning",)}, date(2027, 3, 31)),
        (date(2026, 4, 1), {"domain": "work_safety"}, date(2027, 4, 1)),
        (date(2026, 4, 1), {"grade": "general", "party_categories": ("person",)}, date(2027, 4, 1)),
        (date(2026, 4, 1), {"penalty_types": ("fine",), "procedure": "ordinary"}, date(2027, 4, 1)),
        (date(2026, 11, 30), {"procedure": "summary"}, date(2027, 2, 28)),
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


@pytest.mark.parametrize(
    ("system", "case", "last_day"),
    [
        ("enforcement", {}, date(2031, 4, 1)),
        ("enforcement", {"grade": "minor"}, date(2031, 4, 1)),
        ("enforcement", {"party_categories": ("person",)}, date(2028, 4, 1)),
        ("market", {}, date(2027, 4, 1)),
        ("market", {"grade": "minor"}, date(2026, 10, 1)),
        ("market", {"grade": "serious"}, date(2029, 4, 1)),
        ("market", {"effect_until": date(2027, 6, 30)}, date(2027, 6, 30)),
        ("market", {"effect_until": date(2026, 6, 30)}, date(2027, 4, 1)),
        ("market", {"effect_until": LONG_TERM}, date(2027, 4, 1)),
        ("market", {"effect_until": date(2030, 1, 1), "party_categories": ("person",)}, date(2028, 4, 1)),
        ("credit", {"effect_until": date(2030, 1, 1)}, date(2027, 4, 1)),
    ],
)
def test_the_system_of_the_column_decides(system, case, last_day):
    window = propose(date(2026, 4, 1), system=system, **case)
    assert window.last_day == last_day
    assert window.rule.is_cap or window.rule.system == system


def test_where_the_system_says_nothing_the_others_fill_in():
    assert propose(date(2026, 4, 1), act="permit", system="market").rule.system == "enforcement"


@pytest.mark.parametrize(
    ("act", "case", "last_day"),
    [
        ("permit", {}, date(2031, 5, 6)),
        ("permit", {"valid_until": date(2028, 5, 5)}, date(2028, 5, 5)),
        ("permit", {"valid_until": date(2036, 5, 5)}, date(2036, 5, 5)),
        ("permit", {"valid_until": LONG_TERM}, date(2031, 5, 6)),
        ("permit", {"valid_until": date(2020, 1, 1)}, date(2031, 5, 6)),
        ("permit", {"valid_until": date(2036, 5, 5), "party_categories": ("person",)}, date(2028, 5, 6)),
        ("inspection_result", {}, date(2031, 5, 6)),
        ("coercion", {}, date(2031, 5, 6)),
        ("other", {}, date(2031, 5, 6)),
        ("notice", {}, date(2031, 5, 6)),
        ("proactive", {}, LONG_TERM),
        ("proactive", {"declared_end": date(2027, 5, 6)}, date(2027, 5, 6)),
    ],
)
def test_what_is_no_penalty(act, case, last_day):
    assert propose(date(2026, 5, 6), act=act, **case).last_day == last_day


@pytest.mark.parametrize(
    ("decided", "public", "by_decision", "by_publication"),
    [
        (date(2026, 3, 31), date(2026, 3, 31), "58号令 严重", "58号令 严重"),
        (date(2026, 3, 31), date(2026, 4, 1), "58号令 严重", "36号令 严重"),
        (date(2026, 4, 1), date(2026, 4, 9), "36号令 严重", "36号令 严重"),
        (date(2023, 4, 30), date(2023, 5, 4), "2023年5月前 严重", "58号令 严重"),
    ],
)
def test_the_transition_is_by_decision_or_by_publication(decided, public, by_decision, by_publication):
    case = WindowCase("penalty", decided, grade="serious")
    assert WindowTable(SEEDS).propose(case, public).rule.name == by_decision
    other = WindowTable(SEEDS, by_publication=True).propose(case, public)
    assert other.rule.name == by_publication
    assert other.last_day == add_months(decided, 36)


def test_what_is_shortened_names_the_row_that_shortens_it():
    window = propose(date(2026, 4, 1), grade="serious", party_categories=("person",))
    assert (window.last_day, window.rule.name) == (date(2028, 4, 1), "自然人上限")
    assert ("信用修复管理办法" in window.basis, "河北" in window.basis) == (True, True)
    short = propose(date(2026, 4, 1), grade="general", party_categories=("person",))
    assert (short.rule.is_cap, "河北" in short.basis) == (False, False)
    declared = {"grade": "general", "party_categories": ("person",), "declared_end": date(2030, 1, 1)}
    clamped = propose(date(2024, 4, 1), **declared)
    assert (clamped.last_day, clamped.rule.is_cap, clamped.clamped) == (clamped.longest, True, True)


def test_a_long_term_row_ends_on_the_day_that_stands_for_no_end():
    row = WindowRule(name="长期", act="penalty", long_term=True, default_months=0, max_months=0, priority=50, basis="…")
    assert WindowTable([*SEEDS, row]).propose(WindowCase("penalty", date(2026, 5, 6))).last_day == LONG_TERM


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
        propose(date(2026, 1, 1), act="nothing")


def test_a_day_ends_at_midnight_in_shanghai():
    end = end_of_day(date(2027, 2, 12))
    assert end.astimezone(UTC) == datetime(2027, 2, 12, 16, 0, tzinfo=UTC)
    assert last_day_before(end) == date(2027, 2, 12)


def test_months_end_where_the_calendar_does():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 11, 30), 3) == date(2025, 2, 28)


def _row(months, **values):
    return WindowRule(
        name="一", act="penalty", system="credit", basis="本规则", default_months=months, max_months=months, **values
    )


def test_of_two_rows_that_end_on_one_day_the_first_named_decides():
    rule, cap = _row(12), WindowRule(name="限", is_cap=True, basis="上限", default_months=12, max_months=12, priority=0)
    window = WindowTable([rule, cap]).propose(WindowCase("penalty", date(2026, 5, 6)))
    assert (window.rule, window.basis) == (rule, "本规则")


def test_a_declared_end_behind_a_cap_names_the_rule_and_the_cap():
    rule, cap = _row(36), WindowRule(name="限", is_cap=True, basis="上限", default_months=12, max_months=12, priority=0)
    window = WindowTable([rule, cap]).propose(WindowCase("penalty", date(2026, 5, 6), declared_end=date(2028, 1, 1)))
    assert (window.last_day, window.basis, window.clamped) == (date(2027, 5, 6), "本规则；上限", True)
