"""Counts for the filter lists, as SQL on hits of the database engine."""

from collections.abc import Iterable

from search.engines.base import Counts
from search.engines.conditions import Sql, fits
from search.forms import Filters


def counting(filters: Filters, names: tuple[str, ...]) -> Sql:
    """SELECT (number, name, value) of ``hits``; the counts of a filter leave its own choice out."""
    others = "".join(f" AND ({fit} OR f.name = %s)" for fit in fits(filters))
    sql = (
        "SELECT count(*), f.name, f.value FROM hits JOIN records_recordfacet f ON f.record_id = hits.record_id "  # noqa: S608
        f"WHERE f.name IN ({', '.join(['%s'] * len(names))}){others} GROUP BY f.name, f.value"
    )
    return sql, [*names, *(name for name, _values in filters)]


def tabulate(rows: Iterable[tuple[int, str, str]], names: tuple[str, ...], limit: int) -> dict[str, Counts]:
    """The rows by name, the largest first; counts beyond ``limit`` are ``limit + 1``: more, and no matter how many."""
    found: dict[str, Counts] = {name: {} for name in names}
    for number, name, value in sorted(rows, key=lambda row: (-row[0], row[2])):
        found[name][value] = min(number, limit + 1)
    return found
