"""Counts for the filter lists, from one table of counts."""

from collections import Counter
from collections.abc import Iterable

from search.engines.base import Counts
from search.forms import Filters

#: (kind, year, agency, |penalty|penalty|, |name=value|name=value|, count) of all hits before any filter
Row = tuple[str, int, str, str, str, int]
_PLACE = {"kind": 0, "year": 1, "agency": 2, "penalty": 3}


def count(rows: Iterable[Row], filters: Filters, names: tuple[str, ...], limit: int) -> tuple[int, dict[str, Counts]]:
    """The number of hits under all filters, and for each facet its counts under all filters but its own.

    Counts beyond ``limit`` are given as ``limit + 1``: more, and no matter how many.
    """
    chosen = {name: set(values) for name, values in filters}
    total = 0
    counters: dict[str, Counter[str]] = {name: Counter() for name in names}
    for row in rows:
        values = {name: _values(name, row) for name in names}
        refused = [name for name in chosen if not chosen[name].intersection(values[name])]
        total += 0 if refused else row[5]
        for name in names:
            if not refused or refused == [name]:
                counters[name].update(dict.fromkeys(values[name], row[5]))
    facets = {
        name: {value: min(n, limit + 1) for value, n in counter.most_common()} for name, counter in counters.items()
    }
    return min(total, limit + 1), facets


def _values(name: str, row: Row) -> list[str]:
    if name not in _PLACE:
        start = f"{name}="
        return [mark.removeprefix(start) for mark in row[4].split("|") if mark.startswith(start)]
    value = str(row[_PLACE[name]])
    return [part for part in (value.split("|") if name == "penalty" else [value]) if part]
