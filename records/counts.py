"""What there is at a moment and how much of it: what lists, filters, home page and navigation say in numbers.

Counts are kept in the cache under the change counter, which no commit leaves as it was, and the next edge of a window:
between two edges and with one counter nothing public changes. Records themselves are never kept here.
"""

import hashlib
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Count, Exists, Sum
from wagtail.models import Site

from records.changes import Counters, counters
from records.keeping import keep, recall
from records.models.facets import RecordFacet
from records.models.publication import PublicRecord, PublicRecordQuerySet
from records.models.withdrawals import Withdrawal
from records.signals import records_written
from records.types.registry import all_kinds

_T = TypeVar("_T")
# Nothing kept becomes wrong; what nobody asks for any more goes after an hour.
_SECONDS = 3600
_WITHDRAWALS = "withdrawals"  # among the looks for kinds, of which none is called so


@dataclass(frozen=True, slots=True)
class PublicState:
    """What holds something public at ``taken_at``; true until ``edge`` (exclusive) unless a counter rises.

    ``withdrawals``: whether the list of withdrawn decisions holds one; a withdrawal writes its record too.
    """

    taken_at: datetime
    edge: datetime | None
    counters: Counters
    kinds: frozenset[str]
    withdrawals: bool

    def holds_at(self, now: datetime) -> bool:
        """Whether time alone has changed nothing since."""
        return self.taken_at <= now and (self.edge is None or now < self.edge)

    @property
    def interval(self) -> tuple[int, datetime | None]:
        """The time in which no public record changes, by the counter and the edge at its end."""
        return self.counters.records, self.edge

    @property
    def frame(self) -> tuple[int, frozenset[str], bool]:
        """What the frame around every page is made of."""
        return self.counters.frame, self.kinds, self.withdrawals

    def kept(self, name: str, count: Callable[[], _T], worth: Callable[[_T], bool] = lambda _found: True) -> _T:
        """What ``count`` gives, worked out once while this state holds; ``worth``: whether it is to be kept."""
        if not is_settled():
            return count()
        asked = hashlib.sha256(name.encode()).hexdigest()
        key = f"counts:{self.counters.records}:{self.edge and self.edge.timestamp()}:{asked}"
        found: _T | None = recall(key)
        if found is None:
            found = count()
            if worth(found):
                keep(key, found, _SECONDS)
        return found


@dataclass(frozen=True, slots=True)
class YearCount:
    """Public records of a kind from one year: how many, and the sum of their amounts."""

    year: int
    count: int
    amount_fen: int


# The state for the moment that this thread asked about last: a request has one moment and asks many times.
_asked: ContextVar[PublicState | None] = ContextVar("public_state", default=None)
_asked_at: ContextVar[datetime | None] = ContextVar("public_state_asked_at", default=None)


# The transaction in which this thread last wrote records.
_written_in: ContextVar[Any] = ContextVar("public_state_written_in", default=None)


def forget(**_: Any) -> None:
    """Ask anew even for the same moment; records were written."""
    _asked.set(None)
    _written_in.set(_transaction())


records_written.connect(forget, weak=False, dispatch_uid="records.counts")


def is_settled() -> bool:
    """Whether what is read now is committed: a transaction that writes keeps nothing and trusts nothing kept.

    It raises the counter once, and when it comes to nothing another one gives the counter the same value again.
    """
    transaction = _transaction()
    return transaction is None or transaction is not _written_in.get()


def _transaction() -> Any:
    """The outermost block, which lives as long as the transaction."""
    return connection.atomic_blocks[0] if connection.atomic_blocks else None


def public_state(now: datetime, read: Counters | None = None) -> PublicState:
    """What there is at this moment: one query while it holds, two otherwise, none a second time in a request.

    ``read``: the change counters, when the caller has just read them.
    """
    state = _asked.get()
    if state is not None and _asked_at.get() is now:
        return state
    found = read or counters()
    key = f"state:{found.records}:{found.frame}"
    settled = is_settled()
    state = recall(key) if settled else None
    if state is None or not state.holds_at(now):
        state = _look(now, found)
        if settled:
            keep(key, state, _SECONDS)
    _asked.set(state)
    _asked_at.set(now)
    return state


def _look(now: datetime, found: Counters) -> PublicState:
    """One query with one short look for each kind: that beats a look at all records. The site gives it its one row."""
    records = PublicRecord.objects
    looks: dict[str, Any] = {
        f"has_{kind.key}": Exists(records.public(now).filter(kind=kind.key)) for kind in all_kinds()
    }
    looks[f"has_{_WITHDRAWALS}"] = Exists(Withdrawal.objects.all())
    edges = records.edges(now)
    row = Site.objects.filter(is_default_site=True).annotate(**looks, **edges).values(*looks, *edges).first() or {}
    filled = {name.removeprefix("has_") for name in looks if row.get(name)}
    edge = min((row[name] for name in edges if row.get(name)), default=None)
    return PublicState(now, edge, found, frozenset(filled - {_WITHDRAWALS}), withdrawals=_WITHDRAWALS in filled)


def year_counts(now: datetime, kind: str) -> list[YearCount]:
    """The public records of a kind by year, newest first; those of all kinds are counted at once."""
    state = public_state(now)
    return state.kept("years", lambda: _count_years(now)).get(kind, [])


def _count_years(now: datetime) -> dict[str, list[YearCount]]:
    rows = (
        PublicRecord.objects.public(now)
        .values_list("kind", "year")
        .annotate(Count("pk"), Sum("amount_fen"))
        .order_by("kind", "-year")
    )
    found: dict[str, list[YearCount]] = {}
    for kind, year, count, amount in rows:
        found.setdefault(kind, []).append(YearCount(year, count, amount or 0))
    return found


def count_public(now: datetime, kind: str) -> int:
    """How many records of a kind are public."""
    return sum(year.count for year in year_counts(now, kind))


def facet_counts(*asked: tuple[PublicRecordQuerySet, Sequence[str]]) -> dict[str, dict[str, int]]:
    """How many of these records have each value of these filters; several pairs of both are one query."""
    found: dict[str, dict[str, int]] = {name: {} for _records, names in asked for name in names}
    first, *others = (
        RecordFacet.objects.filter(record__in=records, name__in=names)
        .values_list("name", "value")
        .annotate(Count("pk"))
        .order_by()
        for records, names in asked
    )
    for name, value, count in first.union(*others, all=True) if others else first:
        found[name][value] = count
    return found
