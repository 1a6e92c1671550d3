"""Navigation items: every place that navigation, tiles and footers may lead to.

No item without content: an item is shown only while what it leads to exists and holds at least one public record. A
floor that adds content registers its item here when its app is ready, so lower floors need not know it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import NoReverseMatch
from django.utils.functional import Promise

from rules.registry import Registry

Text = str | Promise


@dataclass(frozen=True)
class NavItem:
    """One way to a place.

    ``address`` is called at each request and gives the address below the host, base path included; a place that is not
    installed raises ``NoReverseMatch`` and has no item. ``has_content`` tells whether something public is there then.
    ``areas`` are the places where the item is shown: "main" (navigation), "tile" (home page), "footer" and the like.
    """

    key: str
    label: Text
    address: Callable[[], str]
    has_content: Callable[[datetime], bool]
    hint: Text = ""
    areas: frozenset[str] = frozenset({"main"})
    order: int = 100


@dataclass(frozen=True)
class ShownNavItem:
    """An item as a template shows it.

    ``here`` is its aria-current: "page" on the page itself, "true" anywhere below it, empty elsewhere.
    """

    key: str
    label: Text
    hint: Text
    address: str
    here: str = ""


nav_items: Registry[NavItem] = Registry(order=lambda item: (item.order, item.key))


def shown_items(area: str, now: datetime, here: str = "") -> list[ShownNavItem]:
    """The items of an area that have content at this moment, in order; the most exact match of ``here`` is marked."""
    found = []
    for item in nav_items:
        address = _address(item) if area in item.areas else None
        if address is not None and item.has_content(now):
            found.append(ShownNavItem(item.key, item.label, item.hint, address))
    return _mark_here(found, here)


def _address(item: NavItem) -> str | None:
    try:
        return item.address()
    except NoReverseMatch:
        return None


def _mark_here(items: list[ShownNavItem], here: str) -> list[ShownNavItem]:
    """Mark the item with the longest address that ``here`` begins with; the home item only for itself."""
    home = min((item.address for item in items), key=len, default="")
    matching = [
        item for item in items if here == item.address or (item.address != home and here.startswith(item.address))
    ]
    best = max(matching, key=lambda item: len(item.address), default=None)
    if best is None:
        return items
    marked = replace(best, here="page" if here == best.address else "true")
    return [marked if item is best else item for item in items]
