"""What stands around the records (settings, the tree of lists): read once in each process while its counter stays."""

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from django.db import connection

from records.counts import public_state

_T = TypeVar("_T")


class Framed(Generic[_T]):
    """A reading that follows from tables which raise the frame's counter; every thread gets the same object."""

    def __init__(self, read: Callable[[], _T]) -> None:
        self._read = read
        self._held: tuple[int, _T] | None = None

    def at(self, now: datetime) -> _T:
        """What it is at this moment. In a transaction it is read anew: that may be taken back, and the counter too."""
        if connection.in_atomic_block:
            return self._read()
        frame = public_state(now).counters.frame
        held = self._held
        if held is None or held[0] != frame:
            # Read after the counter: what is newer than it is read once more, never kept too long.
            held = self._held = (frame, self._read())
        return held[1]

    def forget(self) -> None:
        """Read it again at the next question: the database was taken back, and with it the counter."""
        self._held = None
