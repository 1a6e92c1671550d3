"""Paging through lists by key: “after this date and id”. The last page costs what the first costs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from records.models.publication import PublicRecord, PublicRecordQuerySet

PAGE_SIZE = 20
# What a list shows; the searched text and the hash are not read.
LIST_FIELDS = (
    "key", "kind", "path", "title", "doc_no", "parties", "penalty_types", "result", "amount_fen", "year",
    "decided_on", "published_on", "visible_from", "visible_to", "state", "fields", "version", "agency", "position",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """The place of a record in a list: decision date, then id, newest first. Written ``2026-10-08.123``."""

    decided_on: date
    pk: int

    @classmethod
    def read(cls, text: str) -> "Key | None":
        """The key of an address; None when it is none (the first page is shown then)."""
        day, _, number = text.partition(".")
        try:
            key = cls(date.fromisoformat(day), int(number))
        except ValueError:
            return None
        return key if 0 < key.pk < 2**63 else None

    @classmethod
    def of(cls, record: PublicRecord) -> "Key":
        return cls(record.decided_on, record.pk)

    def __str__(self) -> str:
        return f"{self.decided_on.isoformat()}.{self.pk}"


@dataclass(frozen=True, slots=True)
class KeysetPage:
    """One page of records; ``newer`` and ``older`` are the keys to go on from, None at an end of the list."""

    records: list[PublicRecord]
    newer: Key | None
    older: Key | None


def read_page(records: PublicRecordQuerySet, after: Key | None, before: Key | None) -> KeysetPage:
    """The page older than ``after``, or the one newer than ``before``, or the first (one query)."""
    if before is not None and after is None:
        return _newer(records, before)
    listed = records.only(*LIST_FIELDS).order_by("-decided_on", "-pk")
    if after is not None:
        listed = listed.filter(
            Q(decided_on__lt=after.decided_on) | Q(pk__lt=after.pk), decided_on__lte=after.decided_on
        )
    found = list(listed[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    return KeysetPage(
        shown,
        newer=Key.of(shown[0]) if shown and after is not None else None,
        older=Key.of(shown[-1]) if len(found) > PAGE_SIZE else None,
    )


def _newer(records: PublicRecordQuerySet, before: Key) -> KeysetPage:
    listed = records.only(*LIST_FIELDS).order_by("decided_on", "pk")
    listed = listed.filter(Q(decided_on__gt=before.decided_on) | Q(pk__gt=before.pk), decided_on__gte=before.decided_on)
    found = list(listed[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE][::-1]
    if len(found) <= PAGE_SIZE:
        return read_page(records, None, None)
    return KeysetPage(shown, newer=Key.of(shown[0]), older=Key.of(shown[-1]))
