"""Addresses of listings, narrowed by their filters."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

# Names of the listings that are not called after their kind.
_NAMES = {"penalty": "decisions"}


def listing_address(kind: str, **filters: Any) -> str:
    """The listing of a kind; ``filters`` by the names of its filters."""
    address = reverse(f"{_NAMES.get(kind, f'{kind}_records')}:index")
    return f"{address}?{urlencode(filters)}" if filters else address
