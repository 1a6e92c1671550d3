"""Spreadsheets with a roster of inspection objects, for the floor below."""

from datetime import date, datetime
from pathlib import Path

from importers.errors import FileRefusedError
from importers.sources import Cell, read_sheets
from pages.inspections.roster import Line
from pages.inspections.sheets import UnreadableSheetError


def read_roster_lines(path: Path, name: str) -> list[Line]:
    """Lines of the first visible sheet that holds anything; raises ``UnreadableSheetError``."""
    try:
        sheets = read_sheets(path, name=name)
    except FileRefusedError as error:
        raise UnreadableSheetError(str(error)) from error
    sheet = next((one for one in sheets if one.visible and not one.is_blank), sheets[0])
    return [(number, [_text(cell) for cell in row]) for number, row in enumerate(sheet.rows, start=1)]


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return str(cell).strip()
