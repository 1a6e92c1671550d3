"""The filters of a list: year (an address of its own) and penalty type, with counts that leave out their own choice."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from pages.publication.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose; ``root`` is the address of the whole list, base path included."""

    root: str
    year: int | None = None
    penalty_type: str = ""

    def address(self, year: int | None, penalty_type: str, **key: Any) -> str:
        """The list with these choices; ``key`` is where a page of it begins."""
        place = f"{self.root}{year}/" if year else self.root
        query = urlencode({**({"type": penalty_type} if penalty_type else {}), **key})
        return f"{place}?{query}" if query else place

    def page(self, **key: Any) -> str:
        """The same list from another key on."""
        return self.address(self.year, self.penalty_type, **key)


def facets(choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    """Links for the filter component; a value that would find nothing is not there."""
    return [
        {"name": "year", "label": _("Year"), "values": _years(choice, counted)},
        {"name": "type", "label": _("Penalty type"), "values": _types(choice, counted)},
    ]


def _years(choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    years = sorted({group.year for group in counted.groups}, reverse=True)
    values = [
        _value(
            str(year),
            _("Year %(year)s") % {"year": year},
            counted.count(year, choice.penalty_type),
            choice.address(None if year == choice.year else year, choice.penalty_type),
            year == choice.year,
        )
        for year in years
    ]
    return [value for value in values if value["count"]]


def _types(choice: Choice, counted: Snapshot) -> list[dict[str, Any]]:
    labels = {label for group in counted.groups for label in group.types}
    values = [
        _value(
            label,
            label,
            counted.count(choice.year, label),
            choice.address(choice.year, "" if label == choice.penalty_type else label),
            label == choice.penalty_type,
        )
        for label in labels
    ]
    return sorted((value for value in values if value["count"]), key=lambda value: (-value["count"], value["label"]))


def chips(choice: Choice) -> list[dict[str, str]]:
    """The chosen filters, each with the address without it."""
    found = []
    if choice.year:
        label = _("Year %(year)s") % {"year": choice.year}
        found.append({"label": label, "url": choice.address(None, choice.penalty_type)})
    if choice.penalty_type:
        found.append({"label": choice.penalty_type, "url": choice.address(choice.year, "")})
    return found


def _value(value: str, label: str, count: int, url: str, active: bool) -> dict[str, Any]:
    return {"value": value, "label": label, "count": count, "url": url, "active": active}
