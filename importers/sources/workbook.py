"""Workbooks (.xlsx) through calamine, after the survey has bounded them."""

from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from importers.sources.archive import SheetShape, damaged, survey
from importers.sources.limits import Limits
from importers.sources.table import Cell, Sheet

_MAX_MERGED_CELLS = 200_000


def read_workbook(path: Path, limits: Limits) -> list[Sheet]:
    """Read every sheet of an .xlsx; raises ``FileRefusedError``."""
    shapes = survey(path, limits)
    try:
        # By the bytes, as they were sniffed: from a path calamine takes the name's word, and .xls for the old format.
        with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as workbook:
            return [
                _sheet(workbook.get_sheet_by_name(meta.name), shapes.get(meta.name), meta.visible)
                for meta in workbook.sheets_metadata
                if meta.typ == SheetTypeEnum.WorkSheet and meta.name in shapes
            ]
    except (CalamineError, ValueError, OSError) as error:
        raise damaged() from error


def _sheet(sheet: CalamineSheet, shape: SheetShape | None, visible: SheetVisibleEnum) -> Sheet:
    rows: list[list[Cell]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
    _fill_merged(rows, sheet.merged_cell_ranges or [])
    shape = shape or SheetShape()
    return Sheet(
        sheet.name,
        rows,
        visible == SheetVisibleEnum.Visible,
        frozenset(shape.formulas),
        frozenset(shape.errors),
    )


def _fill_merged(rows: list[list[Cell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Give every line of a vertically merged cell its value: one decision with two parties is written so.

    Only one column wide and only downward: a title merged across the sheet stays one cell.
    """
    budget = _MAX_MERGED_CELLS
    for (top, left), (bottom, right) in ranges:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        last = min(bottom, len(rows) - 1)
        budget -= last - top
        if budget < 0:
            raise ValueError("too many merged cells")
        for line in range(top + 1, last + 1):
            if left < len(rows[line]):
                rows[line][left] = rows[top][left]
