"""Doors: every place that navigation, tiles and footers may lead to.

No door without a room: a door is shown only while what it leads to exists and holds at least one public record. A floor
that adds a room registers its door here when its app is ready, so lower floors need not know it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import NoReverseMatch
from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Door:
    """One way to a place.

    ``address`` is called at each request and gives the address below the host, base path included; a place that is not
    installed raises ``NoReverseMatch`` and has no door. ``has_room`` tells whether something public is there then.
    ``areas`` are the places where the door is shown: "main" (navigation), "tile" (home page), "footer" and the like.
    """

    key: str
    label: Text
    address: Callable[[], str]
    has_room: Callable[[datetime], bool]
    hint: Text = ""
    areas: frozenset[str] = frozenset({"main"})
    order: int = 100


@dataclass(frozen=True)
class OpenDoor:
    """A door as a template shows it.

    ``here`` is its aria-current: "page" on the page itself, "true" anywhere below it, empty elsewhere.
    """

    key: str
    label: Text
    hint: Text
    address: str
    here: str = ""


_doors: dict[str, Door] = {}


def register(door: Door) -> None:
    """Add a door, or replace the one of the same key."""
    _doors[door.key] = door


def open_doors(area: str, now: datetime, here: str = "") -> list[OpenDoor]:
    """The doors of an area that have a room at this moment, in order; the most exact match of ``here`` is marked."""
    found = []
    for door in sorted(_doors.values(), key=lambda door: (door.order, door.key)):
        address = _address(door) if area in door.areas else None
        if address is not None and door.has_room(now):
            found.append(OpenDoor(door.key, door.label, door.hint, address))
    return _mark_here(found, here)


def _address(door: Door) -> str | None:
    try:
        return door.address()
    except NoReverseMatch:
        return None


def _mark_here(doors: list[OpenDoor], here: str) -> list[OpenDoor]:
    """Mark the door with the longest address that ``here`` begins with; the home door only for itself."""
    home = min((door.address for door in doors), key=len, default="")
    matching = [
        door for door in doors if here == door.address or (door.address != home and here.startswith(door.address))
    ]
    best = max(matching, key=lambda door: len(door.address), default=None)
    if best is None:
        return doors
    marked = replace(best, here="page" if here == best.address else "true")
    return [marked if door is best else door for door in doors]
