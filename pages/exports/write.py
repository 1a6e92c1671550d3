"""An export as a file: a spreadsheet with a check sheet behind it, or CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

_BYTE_ORDER_MARK = "\ufeff"  # or spreadsheet programs take it for GB18030
_WIDTH = 22


Row = Sequence[str]


def write_xlsx(path: Path, headings: Row, rows: Iterable[Row], check: Sequence[Row]) -> None:
    """Everything is text, so that nothing is taken for a formula, a date or a rounded number."""
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
        text = book.add_format({"num_format": "@"})
        _sheet(book.add_worksheet("数据"), headings, rows, bold, text)
        _sheet(book.add_worksheet("核对表"), check[0], check[1:], bold, text)


def _sheet(sheet: Any, headings: Row, rows: Iterable[Row], bold: Any, text: Any) -> None:
    sheet.set_column(0, max(len(headings) - 1, 0), _WIDTH, text)
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(line, column, value, text)


def write_csv(path: Path, headings: Row, rows: Iterable[Row]) -> None:
    """UTF-8 with a mark, as spreadsheet programs want it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(headings)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    path.write_text(_BYTE_ORDER_MARK + buffer.getvalue(), encoding="utf-8", newline="")


def _harmless(value: str) -> str:
    """A text that a spreadsheet would run as a formula begins with an apostrophe."""
    return f"'{value}" if value[:1] in "=+-@\t\r" and value else value
