"""Reading a spreadsheet is the importers' craft; they stand above this floor and register their reader here."""

from pathlib import Path

from pages.inspections.roster import Line
from rules.socket import Socket

# (path, name): the lines of the first sheet with anything in it; raises ``UnreadableSheetError``.
reader = Socket("the reading of a spreadsheet")


class UnreadableSheetError(Exception):
    """The file as a whole cannot be used; the message says why in the reader's language."""


def read_lines(path: Path, name: str) -> list[Line]:
    """The lines of a file that the sender called ``name``."""
    lines: list[Line] = reader(path, name)
    return lines
