"""What every engine gives: one interface, so that pages, commands and tests do not know which one answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from records.models import PublicRecord
from search.plan import SearchPlan

#: A scheduled record enters an index this long before its start, not earlier.
LEAD = timedelta(minutes=10)
Counts = dict[str, int]


class EngineUnavailableError(Exception):
    """The engine did not answer in time; the reason is in the text. Another engine may."""


class IndexLostError(EngineUnavailableError):
    """The engine is there, its index is not (or is of no use); a rebuild brings it back."""


class QuestionRefusedError(EngineUnavailableError):
    """The engine is well and would not answer this very question; another engine may."""


class RecordRefusedError(Exception):
    """The engine answered, and would not take a record; the reason is in the text. Trying again rarely helps."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Keys of one page in order, the number of all hits, and for each facet how many hits each value would give.

    A facet's counts leave its own filter out. ``limit`` is the number up to which counts are exact (beyond it they are
    ``limit + 1``); None: all are exact.
    """

    keys: tuple[str, ...]
    total: int
    facets: dict[str, Counts] = field(default_factory=dict)
    relaxed: bool = False
    limit: int | None = None

    def bounded(self, number: int) -> bool:
        """Does a number only say “more than the limit”?"""
        return self.limit is not None and number > self.limit

    def shown(self, number: int) -> int:
        """The number to show, with a plus behind it when it is bounded."""
        return min(number, self.limit) if self.limit is not None else number


@dataclass(frozen=True, slots=True)
class Held:
    """What an index holds of one record; a tombstone has no hash."""

    version: int
    content_hash: str


class Engine(Protocol):
    """A place where records are found. Every method may raise ``EngineUnavailableError``."""

    name: str

    def search(self, plan: SearchPlan, now: datetime) -> Hits:
        """One page of what is visible at ``now``."""
        ...

    def keys(self, plan: SearchPlan, now: datetime, most: int) -> list[str]:
        """All keys in order, ``most`` of them at most; offset and size of the plan do not count."""
        ...

    def write(self, records: Iterable[PublicRecord], now: datetime) -> None:
        """Hold these versions; a later version that is already there stays. What is not public becomes a tombstone."""
        ...

    def bury(self, keys: dict[str, int], now: datetime) -> None:
        """Forget keys whose record is gone, up to these versions."""
        ...

    def held(self) -> Iterator[tuple[str, Held]]:
        """Everything that the index holds and could show, tombstones left out."""
        ...

    def rebuild(self, records: Iterable[PublicRecord], now: datetime) -> int:
        """Build a fresh index from these records while the old one answers, then switch; returns how many it holds."""
        ...

    def lost(self) -> str:
        """Why the index needs a rebuild before anybody is answered from it; the empty text when it needs none."""
        ...

    def count(self, now: datetime) -> int:
        """How many records the index shows at this moment."""
        ...

    def tidy(self) -> None:
        """Remove what a rebuild left that was killed. Only under the lock of rebuilds."""
        ...

    def untidy(self) -> bool:
        """Is there anything to remove? Also while a rebuild runs."""
        ...


def belongs(record: PublicRecord, now: datetime) -> bool:
    """Whether an index should hold the record now: public, not over, and starting in ten minutes at the latest."""
    return record.state == "public" and record.visible_from <= now + LEAD and record.visible_to > now
