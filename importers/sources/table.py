"""What every reader gives: sheets of plain cells, with the line numbers the sender sees."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from records.types.columns.cells import Cell, has_content


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as read.

    ``rows`` holds every line from the first on (index 0 is line 1 of the spreadsheet), blank ones too.
    ``formulas`` and ``errors`` name cells as (line, column), both from 1, that hold no value.
    ``visible`` is false for sheets hidden in the workbook, such as lists of codes in a template.
    """

    name: str
    rows: list[list[Cell]]
    visible: bool = True
    formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    errors: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    @property
    def is_blank(self) -> bool:
        """Whether no cell of the sheet holds anything."""
        return not any(has_content(cell) for row in self.rows for cell in row)


def column_letters(number: int) -> str:
    """The spreadsheet's name of a column: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(line: int, column: int) -> str:
    """The spreadsheet's name of a cell, such as ``T12``."""
    return f"{column_letters(column)}{line}"


def count_content(rows: Iterable[list[Cell]]) -> int:
    """How many rows hold anything."""
    return sum(1 for row in rows if any(has_content(cell) for cell in row))
