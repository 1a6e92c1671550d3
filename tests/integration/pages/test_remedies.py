"""Which of the rules about remedies is the law of a day and a procedure."""

from datetime import date

import pytest

from rules.models import RemedyRule, Term
from rules.models.remedies import remedy_by_law

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def rules():
    RemedyRule.objects.all().delete()
    summary, ordinary = (Term.objects.get(vocabulary="procedure", code=code) for code in ("summary", "ordinary"))
    rows = [
        ("无日期", None, None, None),
        ("旧", None, date(2020, 1, 1), None),
        ("新", None, date(2024, 1, 1), DAY),
        ("将来", None, date(2026, 6, 2), None),
        ("简易旧", summary, date(2000, 1, 1), None),
        ("简易新", summary, date(2010, 1, 1), date(2026, 5, 31)),
        ("普通将来", ordinary, date(2026, 6, 2), None),
    ]
    for text, procedure, first, last in rows:
        RemedyRule.objects.create(text=text, procedure=procedure, valid_from=first, valid_to=last)
    return summary


@pytest.mark.parametrize(
    ("day", "procedure", "text"),
    [
        (DAY, "", "新"),
        (date(2026, 6, 2), "", "将来"),
        (date(2023, 12, 31), "", "旧"),
        (date(2019, 12, 31), "", "无日期"),
        (DAY, "summary", "简易旧"),
        (date(2026, 5, 31), "summary", "简易新"),
        (date(1999, 12, 31), "summary", "无日期"),
        (DAY, "ordinary", "新"),
        (DAY, "unknown", "新"),
    ],
)
def test_the_newest_rule_of_the_procedure_comes_before_the_general_ones(day, procedure, text):
    assert remedy_by_law(day, procedure) == text


def test_a_procedure_may_be_named_in_chinese(rules):
    assert remedy_by_law(DAY, rules.label) == "简易旧"


def test_where_no_rule_covers_the_day_nothing_is_said():
    RemedyRule.objects.filter(valid_from=None).delete()
    assert remedy_by_law(date(1999, 12, 31)) == ""
