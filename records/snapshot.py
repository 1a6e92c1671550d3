"""Counts of what is public at a moment, taken once and kept in the process while they stay true.

Lists, facets, the home page and the doors all need counts; each would read the whole table. A snapshot holds until a
window's edge passes or a record is written: here (by signal) or in another process (seen by the change counter, one
short query). Records themselves are never kept, only counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, Sum
from wagtail.models import Site

from records.changes import counted
from records.models.publication import PublicRecord
from records.models.withdrawals import Withdrawal
from records.signals import records_written


@dataclass(frozen=True, slots=True)
class Group:
    """Public records of one year with the same penalty types and filter values.

    ``marks`` are the filter values as stored (unit=…); ``amount_fen`` is the sum of the amounts.
    """

    year: int
    types: tuple[str, ...]
    count: int
    amount_fen: int
    marks: frozenset[str] = frozenset()

    def has(self, penalty_type: str, marks: frozenset[str]) -> bool:
        """Whether the group is among what these filters leave."""
        return (not penalty_type or penalty_type in self.types) and marks <= self.marks


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was public at ``taken_at``; true until ``edge`` (exclusive) unless a record is written."""

    taken_at: datetime
    edge: datetime | None
    written: int
    groups: tuple[Group, ...]

    def holds_at(self, now: datetime) -> bool:
        """Whether time alone has changed nothing since."""
        return self.taken_at <= now and (self.edge is None or now < self.edge)

    def count(self, year: int | None = None, penalty_type: str = "", marks: frozenset[str] = frozenset()) -> int:
        """How many records are public, of a year, with a penalty type and with filter values when asked."""
        return sum(
            group.count
            for group in self.groups
            if (year is None or group.year == year) and group.has(penalty_type, marks)
        )


@dataclass(frozen=True, slots=True)
class NonEmptySections:
    """The kinds that have a public record at ``taken_at``; true until ``edge`` unless a record is written.

    ``withdrawals``: whether the list of withdrawn decisions holds one; a withdrawal writes its record too.
    """

    taken_at: datetime
    edge: datetime | None
    written: int
    kinds: frozenset[str]
    withdrawals: bool

    def holds_at(self, now: datetime) -> bool:
        """Whether time alone has changed nothing since."""
        return self.taken_at <= now and (self.edge is None or now < self.edge)


_WITHDRAWALS = "withdrawals"  # among the looks for kinds, of which none is called so


class _Holder:
    """The last snapshot of each kind in this process, and the moment for which it was last found true."""

    def __init__(self) -> None:
        self.kept: dict[str, Snapshot] = {}
        self.asked: dict[str, datetime] = {}
        self.non_empty_sections: NonEmptySections | None = None
        self.sections_asked: datetime | None = None
        self.written = 0
        self.written_asked: datetime | None = None

    def clear(self, **_: Any) -> None:
        """Forget everything; records were written."""
        self.kept.clear()
        self.asked.clear()
        self.non_empty_sections = self.sections_asked = self.written_asked = None


_holder = _Holder()
records_written.connect(_holder.clear, weak=False, dispatch_uid="pages.snapshot")


def public_snapshot(now: datetime, kind: str = "penalty") -> Snapshot:
    """Counts of what is public at this moment (one query while the kept ones hold, four otherwise)."""
    found = peek(now, kind)
    if found is not None:
        return found
    written = _written(now)
    kept = _holder.kept.get(kind)
    if kept is None or kept.written != written or not kept.holds_at(now):
        kept = _take(now, kind, written)
        _holder.kept[kind] = kept
    _holder.asked[kind] = now
    return kept


def peek(now: datetime, kind: str = "penalty") -> Snapshot | None:
    """The snapshot, if this very request (its own ``now`` object) has asked before; costs no query."""
    return _holder.kept.get(kind) if _holder.asked.get(kind) is now else None


def _take(now: datetime, kind: str, written: int) -> Snapshot:
    records = PublicRecord.objects.filter(kind=kind)
    rows = (
        records.public(now)
        .values("year", "type_text", "facet_text")
        .annotate(count=Count("pk"), amount=Sum("amount_fen"))
        .order_by("-year", "type_text", "facet_text")
    )
    groups = tuple(
        Group(
            row["year"],
            tuple(filter(None, row["type_text"].split("|"))),
            row["count"],
            row["amount"] or 0,
            frozenset(filter(None, row["facet_text"].split("|"))),
        )
        for row in rows
    )
    return Snapshot(now, records.next_edge(now), written, groups)


def non_empty_sections(now: datetime, kinds: Iterable[str]) -> NonEmptySections:
    """Which kinds have something public at this moment (no query a second time in a request, one while they hold)."""
    kept = _holder.non_empty_sections
    if kept is not None and _holder.sections_asked is now:
        return kept
    written = _written(now)
    if kept is None or kept.written != written or not kept.holds_at(now):
        filled = _filled(now, kinds)
        edge = PublicRecord.objects.next_edge(now)
        kept = NonEmptySections(now, edge, written, filled - {_WITHDRAWALS}, withdrawals=_WITHDRAWALS in filled)
        _holder.non_empty_sections = kept
    _holder.sections_asked = now
    return kept


def _filled(now: datetime, kinds: Iterable[str]) -> frozenset[str]:
    """One query with one short look for each kind: that beats a look at all records. The site gives it its one row."""
    public = PublicRecord.objects.public(now)
    looks: dict[str, Any] = {f"has_{kind}": Exists(public.filter(kind=kind)) for kind in kinds}
    looks[f"has_{_WITHDRAWALS}"] = Exists(Withdrawal.objects.all())
    row = Site.objects.filter(is_default_site=True).annotate(**looks).values(*looks).first() or {}
    return frozenset(name.removeprefix("has_") for name, found in row.items() if found)


def _written(now: datetime) -> int:
    """How often records were written: asked once in a request (its own ``now`` object), before anything is counted."""
    if _holder.written_asked is not now:
        _holder.written, _holder.written_asked = counted(), now
    return _holder.written
