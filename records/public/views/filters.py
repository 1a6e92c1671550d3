"""The filters of a list: year (an address of its own), penalty type and the filters of its kind.

The counts of a filter leave out its own choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from records.models.publication import facet_mark
from records.snapshot import Snapshot
from records.types import Facet, RecordType

_LONGEST = 80
# What each list shows of one filter.
_MOST_VALUES = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose; ``root`` is the address of the whole list, base path included."""

    root: str
    year: int | None = None
    penalty_type: str = ""
    chosen: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def read(cls, root: str, year: int | None, values: QueryDict, kind: RecordType) -> "Choice":
        """What an address says; unknown names are not heeded."""
        given = ((facet.name, values.get(facet.name, "").strip()[:_LONGEST]) for facet in kind.facets)
        chosen = tuple((name, value) for name, value in given if value)
        return cls(root, year, values.get("type", "")[:_LONGEST], chosen)

    @property
    def marks(self) -> frozenset[str]:
        """The filter values as records hold them."""
        return frozenset(facet_mark(name, value) for name, value in self.chosen)

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

    def count(self, counted: Snapshot) -> int:
        """How many records it leaves."""
        return counted.count(self.year, self.penalty_type, self.marks)


def facets(choice: Choice, counted: Snapshot, kind: RecordType) -> list[dict[str, Any]]:
    """Links for the filter component; a value that would find nothing is not there."""
    found: list[dict[str, Any]] = (
        [{"name": "year", "label": _("Year"), "values": _years(choice, counted)}] if kind.archived else []
    )
    found.append({"name": "type", "label": _("Penalty type"), "values": _types(choice, counted)})
    for facet in kind.facets:
        found.append({"name": facet.name, "label": facet.label, "values": _own(facet, choice, counted)})
    return found


# (value, label, the choice with it, the choice without it, is it chosen)
_Row = tuple[str, str, Choice, Choice, bool]


def _years(choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    years = sorted({group.year for group in counted.groups}, reverse=True)
    without = choice.of_year(None)
    rows = ((str(y), _("Year %(year)s") % {"year": y}, choice.of_year(y), without, y == choice.year) for y in years)
    return _links(rows, counted)


def _types(choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    labels = {label for group in counted.groups for label in group.types}
    without = choice.of_type("")
    rows = ((label, label, choice.of_type(label), without, label == choice.penalty_type) for label in labels)
    return sorted(_links(rows, counted), key=lambda value: (-value["count"], value["label"]))


def _own(facet: Facet, choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    start = f"{facet.name}="
    values = {mark.removeprefix(start) for group in counted.groups for mark in group.marks if mark.startswith(start)}
    now, without = dict(choice.chosen).get(facet.name), choice.without(facet.name)
    rows = ((value, value, choice.with_value(facet.name, value), without, value == now) for value in values)
    found = sorted(_links(rows, counted), key=lambda value: (not value["active"], -value["count"], value["label"]))
    return found[:_MOST_VALUES]


def _links(rows: Iterable[_Row], counted: Snapshot) -> list[dict[str, Any]]:
    """Links for the filter component; a value that would find nothing is left out."""
    found = [
        {
            "value": value,
            "label": label,
            "count": with_it.count(counted),
            "url": (without_it if active else with_it).address(),
            "active": active,
        }
        for value, label, with_it, without_it, active in rows
    ]
    return [one for one in found if one["count"]]


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
