"""What is wrong with a cell, told to the sender: sheet, line, column, value, reason."""

from dataclasses import asdict, dataclass

from records.types.columns.cells import Cell
from records.types.columns.codes import mask, mask_identities
from records.types.columns.tidy import tidy

_VALUE_LENGTH = 80
_SHOWN_OF_LONG = 24  # enough to find the cell, too little to repeat it


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one cell. ``line`` is the line that the spreadsheet shows, ``column`` the field's code.

    ``value`` never holds an identity number: columns of identity items are masked whole, and so is whatever looks
    like such a number elsewhere.
    """

    sheet: str
    line: int
    column: str
    value: str
    reason: str

    def as_dict(self) -> dict[str, str | int]:
        """The form in which programs read it (docs/cli.md)."""
        return asdict(self)


def shown_value(cell: Cell, *, is_identity: bool, is_code: bool = False) -> str:
    """A cell's value as a report may show it."""
    text = tidy(cell)
    text = mask(text) if is_identity else mask_identities(text, among_codes=is_code)
    return text if len(text) <= _VALUE_LENGTH else text[:_SHOWN_OF_LONG] + "…"
