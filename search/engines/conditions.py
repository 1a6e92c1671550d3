"""The filters of a question as SQL of the database engine: a column of each hit for each filter."""

from typing import Any

from search.forms import Filters

Sql = tuple[str, list[Any]]


def fit_columns(filters: Filters) -> Sql:
    """Columns to select beside those of a hit: whether it has one of a filter's values."""
    sql = "".join(
        f", {_condition(values)} AS {fit}" for (_name, values), fit in zip(filters, fits(filters), strict=True)
    )
    return sql, [value for name, values in filters for value in (name, *values)]


def fits(filters: Filters) -> list[str]:
    """The names of these columns."""
    return [f"fits_{place}" for place in range(len(filters))]


def fits_all(filters: Filters) -> str:
    """What has to be true of a hit; always true without filters."""
    return " AND ".join(fits(filters)) or "1 = 1"


def _condition(values: tuple[str, ...]) -> str:
    places = ", ".join(["%s"] * len(values))
    return f"record_id IN (SELECT record_id FROM records_recordfacet WHERE name = %s AND value IN ({places}))"  # noqa: S608
