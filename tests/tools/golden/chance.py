"""Chance and clock that are the same in every run."""

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import time_machine

PREPARED = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LOOKED_AT = PREPARED + timedelta(minutes=5)


class Clock:
    """Stands still but for one microsecond with each row number that the search draws from it."""

    def __init__(self) -> None:
        self._traveller: Any = None

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        """Stand at this moment."""
        with time_machine.travel(moment, tick=False) as self._traveller:
            yield
        self._traveller = None

    def step(self, bits: int) -> int:
        """In the place of ``secrets.randbits``: no chance, a later moment."""
        self._traveller.shift(timedelta(microseconds=1))
        return 0


def fixed_chance() -> Clock:
    """Replace what the product draws by chance, for this process; the clock that its row numbers are drawn from."""
    ids, seeds, clock = Random(1), Random(2), Clock()
    uuid.uuid4 = lambda: uuid.UUID(int=ids.getrandbits(128), version=4)
    secrets.token_hex = lambda size=32: seeds.randbytes(size).hex()
    secrets.randbits = clock.step
    return clock
