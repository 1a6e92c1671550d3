"""Read long things in pieces."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of ``size`` items, the last one shorter (``itertools.batched`` is not in Python 3.11)."""
    iterator = iter(items)
    while piece := list(islice(iterator, size)):
        yield piece
