"""Facets from one table of counts."""

from search.engines.facets import count
from search.forms import FILTERS

ROWS = [
    ("penalty", 2026, "甲局", "|罚款|", "|unit=质量站|", 3),
    ("penalty", 2026, "甲局", "|罚款|警告|", "", 2),
    ("penalty", 2025, "乙局", "|警告|", "|unit=安全站|unit=质量站|", 4),
]


def test_each_facet_leaves_its_own_filter_out():
    total, facets = count(ROWS, (("year", ("2026",)), ("penalty", ("警告",))), tuple(FILTERS), 10_000)
    assert total == 2
    assert facets["year"] == {"2026": 2, "2025": 4}
    assert facets["penalty"] == {"罚款": 5, "警告": 2}
    assert facets["agency"] == {"甲局": 2}


def test_a_kinds_own_filter_is_counted_when_asked_for():
    total, facets = count(ROWS, (("unit", ("安全站",)),), (*FILTERS, "unit"), 10_000)
    assert total == 4
    assert facets["unit"] == {"质量站": 7, "安全站": 4}
    assert facets["year"] == {"2025": 4}


def test_beyond_the_limit_numbers_only_say_more():
    total, facets = count(ROWS, (), tuple(FILTERS), 4)
    assert total == 5
    assert facets["agency"] == {"甲局": 5, "乙局": 4}
