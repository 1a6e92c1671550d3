"""Addresses of listings, narrowed by their filters."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from pages.admin.own_listings import listing_name


def listing_address(kind: str, **filters: Any) -> str:
    """The listing of a kind; ``filters`` by the names of its filters."""
    address = reverse(f"{listing_name(kind)}:index")
    return f"{address}?{urlencode(filters)}" if filters else address
