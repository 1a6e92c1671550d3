"""The counts of filters as a table."""

from search.engines.conditions import fit_columns, fits_all
from search.engines.facets import counting, tabulate

ROWS = [(3, "unit", "质量站"), (4, "unit", "安全站"), (5, "agency", "甲局"), (4, "agency", "乙局")]


def test_the_largest_come_first_and_a_filter_without_hits_is_there():
    found = tabulate(ROWS, ("unit", "agency", "year"), 10_000)
    assert list(found["unit"].items()) == [("安全站", 4), ("质量站", 3)]
    assert found["year"] == {}


def test_beyond_the_limit_numbers_only_say_more():
    assert tabulate(ROWS[2:], ("agency",), 4)["agency"] == {"甲局": 5, "乙局": 4}


def test_every_value_is_a_parameter_in_its_place():
    filters = (("year", ("2026",)), ("unit", ("质'站", "%s")))
    sql, values = fit_columns(filters)
    assert sql.count("%s") == len(values) == 5
    assert values == ["year", "2026", "unit", "质'站", "%s"]
    assert fits_all(filters) == "fits_0 AND fits_1"
    assert fits_all(()) == "1 = 1"
    sql, values = counting(filters, ("kind", "unit"))
    assert sql.count("%s") == len(values)
    assert values == ["kind", "unit", "year", "unit"]
