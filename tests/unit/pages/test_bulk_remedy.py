"""The remedy that an import proposes for a decision: by its procedure, where its kind has one."""

from datetime import date
from types import SimpleNamespace

import pytest

from pages.acts.bulk.build import propose_remedy

DAY = date(2026, 6, 1)
SUMMARY = {"procedure_id": 1, "procedure": SimpleNamespace(code="summary")}


@pytest.mark.parametrize(
    ("page", "has_remedy", "remedy"),
    [
        ({"remedy": "", **SUMMARY}, True, "2026-06-01/summary"),
        ({"remedy": "", "procedure_id": None}, True, "2026-06-01/"),
        ({"remedy": ""}, True, "2026-06-01/"),
        ({"remedy": "自己写的", **SUMMARY}, True, "自己写的"),
        ({"remedy": "", **SUMMARY}, False, ""),
    ],
)
def test_what_is_proposed(page, has_remedy, remedy):
    rules = SimpleNamespace(proposed=lambda day, procedure: f"{day}/{procedure}")
    made = SimpleNamespace(**page)
    propose_remedy(made, SimpleNamespace(decided_on=DAY), SimpleNamespace(has_remedy=has_remedy, remedies=rules))
    assert made.remedy == remedy
