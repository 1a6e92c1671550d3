"""The filters of a question as SQL on hits of the database engine."""

from typing import Any

from records.models.publication import facet_mark
from search.forms import FILTERS, Filters

Sql = tuple[str, list[Any]]


def conditions(filters: Filters) -> Sql:
    """What has to be true of a hit, with the values; always true without filters."""
    parts: list[str] = ["1 = 1"]
    values: list[Any] = []
    for name, chosen in filters:
        if name not in FILTERS:
            parts.append("(" + " OR ".join(["facets LIKE %s ESCAPE '~'"] * len(chosen)) + ")")
            values += [f"%|{_escaped(facet_mark(name, value))}|%" for value in chosen]
        elif name == "penalty":
            parts.append("(" + " OR ".join(["penalties LIKE %s ESCAPE '~'"] * len(chosen)) + ")")
            values += [f"%|{_plain(value)}|%" for value in chosen]
        else:
            parts.append(f"{name} IN ({', '.join(['%s'] * len(chosen))})")
            values += [int(value) if name == "year" else value for value in chosen]
    return " AND ".join(parts), values


def _plain(text: str) -> str:
    return _escaped(text.replace("|", "/"))


def _escaped(text: str) -> str:
    return text.replace("~", "~~").replace("%", "~%").replace("_", "~_")
