"""Those who follow the records (search) are woken once an act, and once a run of many acts, not once a record."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

Call = Callable[[], None]
_thread = threading.local()


@dataclass(frozen=True)
class _Wake:
    """What waits for the commit; equal when the same would be called."""

    call: Call

    def __call__(self) -> None:
        held: dict[Call, None] | None = getattr(_thread, "held", None)
        if held is None:
            self.call()
        else:
            held[self.call] = None


def wake_after_commit(call: Call) -> None:
    """Call it when this transaction has committed: once, however many of its acts ask.

    A transaction or savepoint that is rolled back takes the calls asked for in it along: Django's own list is what is
    looked into.
    """
    wake = _Wake(call)
    waiting: list[Any] = connection.run_on_commit
    if not any(held[1] == wake for held in waiting):
        transaction.on_commit(wake, robust=True)


@contextmanager
def one_wake() -> Iterator[None]:
    """Put off what the transactions of this block ask for, and call each once at the end, broken or not."""
    if getattr(_thread, "held", None) is not None:
        yield
        return
    held: dict[Any, Any] = {}
    _thread.held = held
    try:
        yield
    finally:
        _thread.held = None
        for call in held:
            call()
