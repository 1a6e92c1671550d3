"""The filters of a list: year (an address of its own), penalty type and the filters of its kind.

The counts of a filter leave out its own choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from records.counts import facet_counts, public_state
from records.facets import PENALTY, YEAR
from records.models.publication import PublicRecord, PublicRecordQuerySet
from records.types import RecordType

_LONGEST = 80
# What each list shows of one filter.
_MOST_VALUES = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose of a kind; ``root`` is the address of the whole list, base path included."""

    root: str
    kind: RecordType
    year: int | None = None
    penalty_type: str = ""
    chosen: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def read(cls, root: str, year: int | None, values: QueryDict, kind: RecordType) -> "Choice":
        """What an address says; unknown names are not heeded."""
        given = ((facet.name, values.get(facet.name, "").strip()[:_LONGEST]) for facet in kind.facets)
        chosen = tuple((name, value) for name, value in given if value)
        return cls(root, kind, year, values.get("type", "")[:_LONGEST], chosen)

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters of an address that choose."""
        return ("type", *(facet.name for facet in self.kind.facets))

    @property
    def values(self) -> dict[str, str]:
        """The chosen value of each filter that is set, as records hold them."""
        found = {YEAR: str(self.year or ""), PENALTY: self.penalty_type, **dict(self.chosen)}
        return {name: value for name, value in found.items() if value}

    def narrow(self, now: datetime, but: str = "") -> PublicRecordQuerySet:
        """The public records that it leaves; ``but``: a filter that is not heeded."""
        records = PublicRecord.objects.public(now).filter(kind=self.kind.key)
        for name, value in self.values.items():
            if name == but:
                continue
            # The year is a column too, by which lists are ordered.
            records = records.filter(year=int(value)) if name == YEAR else records.with_facet(name, value)
        return records

    def without(self, name: str) -> "Choice":
        """The same choice but for one filter."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != name))

    def with_value(self, name: str, value: str) -> "Choice":
        """The same choice with another value of one filter."""
        return replace(self.without(name), chosen=(*self.without(name).chosen, (name, value)))

    def of_year(self, year: int | None) -> "Choice":
        """The same choice in another year."""
        return replace(self, year=year)

    def of_type(self, penalty_type: str) -> "Choice":
        """The same choice with another penalty type."""
        return replace(self, penalty_type=penalty_type)

    def address(self, **key: Any) -> str:
        """The list with these choices; ``key`` is where a page of it begins."""
        place = f"{self.root}{self.year}/" if self.year else self.root
        query = urlencode({**({"type": self.penalty_type} if self.penalty_type else {}), **dict(self.chosen), **key})
        return f"{place}?{query}" if query else place


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records a choice leaves, and how many each value of each filter would."""

    total: int
    values: dict[str, dict[str, int]]


def count_choice(choice: Choice, now: datetime) -> Counts:
    """Counted once while nothing public changes."""
    name = f"{choice.kind.key} {choice.address()}"
    # There are as many ways to find nothing as a stranger can think of.
    return public_state(now).kept(name, lambda: _count(choice, now), worth=lambda counts: counts.total > 0)


def _count(choice: Choice, now: datetime) -> Counts:
    """All filters that are not set are counted together, and each that is by itself."""
    chosen = choice.values
    free = [name for name in (YEAR, PENALTY, *(facet.name for facet in choice.kind.facets)) if name not in chosen]
    values = facet_counts((choice.narrow(now), free), *((choice.narrow(now, but=name), [name]) for name in chosen))
    # Every record has one year.
    years = values[YEAR]
    return Counts(years.get(chosen[YEAR], 0) if YEAR in chosen else sum(years.values()), values)


def facets(choice: Choice, counts: Counts) -> list[dict[str, Any]]:
    """Links for the filter component; a value that would find nothing is not there."""
    found: list[dict[str, Any]] = []
    if choice.kind.archived:
        found.append({"name": "year", "label": _("Year"), "values": _years(choice, counts)})
    found.append({"name": "type", "label": _("Penalty type"), "values": _types(choice, counts)})
    for facet in choice.kind.facets:
        found.append({"name": facet.name, "label": facet.label, "values": _own(facet.name, choice, counts)})
    return found


# (value, label, count, the choice with it, the choice without it, is it chosen)
_Row = tuple[str, str, int, Choice, Choice, bool]


def _years(choice: Choice, counts: Counts) -> list[dict[str, Any]]:
    years = sorted(((int(year), count) for year, count in counts.values[YEAR].items()), reverse=True)
    without = choice.of_year(None)
    return _links(
        (str(year), _("Year %(year)s") % {"year": year}, count, choice.of_year(year), without, year == choice.year)
        for year, count in years
    )


def _types(choice: Choice, counts: Counts) -> list[dict[str, Any]]:
    without = choice.of_type("")
    return _links(
        (label, label, count, choice.of_type(label), without, label == choice.penalty_type)
        for label, count in sorted(counts.values[PENALTY].items(), key=lambda item: (-item[1], item[0]))
    )


def _own(name: str, choice: Choice, counts: Counts) -> list[dict[str, Any]]:
    now, without = dict(choice.chosen).get(name), choice.without(name)
    values = sorted(counts.values[name].items(), key=lambda item: (item[0] != now, -item[1], item[0]))
    return _links(
        (value, value, count, choice.with_value(name, value), without, value == now)
        for value, count in values[:_MOST_VALUES]
    )


def _links(rows: Iterable[_Row]) -> list[dict[str, Any]]:
    return [
        {
            "value": value,
            "label": label,
            "count": count,
            "url": (without_it if active else with_it).address(),
            "active": active,
        }
        for value, label, count, with_it, without_it, active in rows
    ]


def chips(choice: Choice) -> list[dict[str, Any]]:
    """The chosen filters, each with the address without it."""
    found: list[dict[str, Any]] = []
    if choice.year:
        label = _("Year %(year)s") % {"year": choice.year}
        found.append({"label": label, "url": choice.of_year(None).address()})
    if choice.penalty_type:
        found.append({"label": choice.penalty_type, "url": choice.of_type("").address()})
    for name, value in choice.chosen:
        found.append({"label": value, "url": choice.without(name).address()})
    return found
