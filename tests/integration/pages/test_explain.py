"""`manage.py explain`: the answers that other programs rely on."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from rules.models import AnnouncedYear, CalendarDay, DeadlineRule
from rules.models.counting import compute_due

pytestmark = pytest.mark.django_db

KEYS = [
    "publish_permit", "publish_penalty", "publish_other", "publish_default", "withdraw_penalty", "decide_penalty",
    "serve_penalty", "hearing_request", "hearing_notice", "evidence_registered", "pay_fine", "legal_review",
    "decide_permit", "permit_supplement_notice", "deliver_permit", "seizure", "enforcement_annual_report",
    "ogi_annual_report", "credit_minor", "credit_general", "credit_serious",
]  # fmt: skip


def explain(*words: str) -> dict:
    out = StringIO()
    call_command("explain", *words, "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("key", KEYS)
def test_every_deadline_of_the_table_is_seeded_with_its_basis(key):
    one = explain("due", key, "2026-03-02")["results"][0]
    assert one["rule"] == key
    assert one["basis"]
    assert set(one) == {"from", "due", "limit", "unit", "rule", "basis", "complete"}


def test_due_dates_pass_the_national_holiday_and_the_worked_weekends():
    found = explain("due", "publish_penalty", "2026-09-29", "2026-11-16")["results"]
    assert [one["due"] for one in found] == ["2026-10-14", "2026-11-25"]
    assert [one["complete"] for one in found] == [True, True]


def test_a_year_that_is_not_announced_is_said():
    assert explain("due", "publish_penalty", "2026-12-28")["results"][0]["complete"] is False
    AnnouncedYear.objects.create(year=2027, basis="国务院办公厅通知")
    CalendarDay.objects.create(date=date(2027, 1, 1), is_workday=False, basis="元旦")
    one = explain("due", "publish_penalty", "2026-12-28")["results"][0]
    assert (one["due"], one["complete"]) == ("2027-01-07", True)


def test_the_newest_row_in_force_counts():
    DeadlineRule.objects.create(
        key="publish_penalty", name="新规", limit=5, unit="working_days", valid_from=date(2026, 11, 1), basis="新规"
    )
    assert compute_due("publish_penalty", date(2026, 10, 30)).limit == 7
    assert compute_due("publish_penalty", date(2026, 11, 2)).limit == 5


def test_working_days_include_both_ends():
    assert explain("workdays", "2026-10-01", "2026-10-10") == {"workdays": 3, "days": 10}
    assert explain("workdays", "2026-11-23", "2026-11-23") == {"workdays": 1, "days": 1}


def test_windows_by_regime_grade_and_party():
    def end(day: str, *more: str) -> str:
        return explain("window", "--date", day, "--penalty", "罚款", "--procedure", "ordinary", *more)["visible_to"]

    assert end("2023-04-30", "--grade", "general") == "2024-04-30"
    assert end("2023-05-01", "--grade", "serious") == "2026-05-01"
    assert end("2026-04-01", "--grade", "general", "--party", "company") == "2027-04-01"
    assert end("2026-04-01", "--grade", "serious", "--party", "person") == "2028-04-01"
    assert end("2026-04-01", "--grade", "minor") == "2026-07-01"


def test_numbers_are_read_one_by_one():
    found = explain("number", "兴住建罚决字[2026]第012号", "没有号")["results"]
    assert found[0]["normalised"] == "兴住建罚决字〔2026〕12号"
    assert (found[0]["year"], found[0]["serial"]) == (2026, "12")
    assert found[1]["normalised"] is None
    assert found[1]["error"]


@pytest.mark.parametrize(
    "words",
    [
        ("due", "no_such_rule", "2026-03-02"),
        ("due", "publish_penalty", "2.3.2026"),
        ("workdays", "2026-03-02", "2026-03-01"),
        ("window", "--date", "2026-03-02", "--penalty", "没有的处罚"),
        ("window", "--date", "2026-03-02", "--act", "nothing"),
    ],
)
def test_what_makes_no_sense_is_answered_with_a_sentence(words):
    with pytest.raises(CommandError):
        explain(*words)
