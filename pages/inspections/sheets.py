"""Reading a spreadsheet is the importers' craft; they stand above this floor and register their reader here."""

from collections.abc import Callable
from pathlib import Path

from pages.inspections.roster import Line

Reader = Callable[[Path, str], list[Line]]
_READERS: list[Reader] = []


class UnreadableSheetError(Exception):
    """The file as a whole cannot be used; the message says why in the reader's language."""


def register_reader(reader: Reader) -> None:
    """``reader(path, name)`` gives the lines of the first sheet with anything in it, or raises the error above."""
    _READERS[:] = [reader]


def read_lines(path: Path, name: str) -> list[Line]:
    """The lines of a file that the sender called ``name``."""
    return _READERS[0](path, name)
