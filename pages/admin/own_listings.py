"""Listings that a kind has of its own; the ``listing.py`` of its folder registers them."""

from dataclasses import dataclass
from typing import Any

from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.pages import PageViewSet

from records.types import RecordType


@dataclass(frozen=True, slots=True)
class OwnListing:
    """``listing`` in place of the one that is made of the declaration; ``further`` stand behind it in the menu.

    ``explorer``: columns and filters where Wagtail's explorer shows an archive of the kind.
    """

    listing: type[ViewSet]
    further: tuple[type[ViewSet], ...] = ()
    explorer: type[PageViewSet] | None = None


_OWN: dict[str, OwnListing] = {}


def register_listing(kind: str, listing: type[ViewSet], *further: type[ViewSet], explorer: Any = None) -> None:
    """Take a listing of its own for a kind."""
    _OWN[kind] = OwnListing(listing, further, explorer)


def own_listing(kind: RecordType) -> OwnListing | None:
    return _OWN.get(kind.key)


def explorers() -> list[PageViewSet]:
    """The looks of archives in the explorer."""
    return [own.explorer() for own in _OWN.values() if own.explorer]


def listing_name(kind: str) -> str:
    """The namespace of a listing's addresses."""
    name = getattr(_OWN[kind].listing, "name", "") if kind in _OWN else ""
    return name or f"{kind}_records"
