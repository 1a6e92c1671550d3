"""Paging through lists that have an order of their own and no dates: bodies, officers, powers. They are short."""

from dataclasses import dataclass

from records.models.publication import PublicRecord, PublicRecordQuerySet
from records.public.views.keyset import LIST_FIELDS

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class OrderedPage:
    """One page of records, its number from 1, and whether another one follows."""

    records: list[PublicRecord]
    number: int
    has_next: bool


def read_ordered(records: PublicRecordQuerySet, text: str, total: int) -> OrderedPage:
    """The page that an address asks for, the nearest one when it asks for none that exists (one query)."""
    last = max(1, -(-total // PAGE_SIZE))
    number = min(max(int(text), 1), last) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    start = (number - 1) * PAGE_SIZE
    listed = records.only(*LIST_FIELDS).order_by("position", "pk")
    return OrderedPage(list(listed[start : start + PAGE_SIZE]), number, number < last)
