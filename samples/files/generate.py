"""Write the sample spreadsheet: ``python -m samples.files.generate``; the same bytes every time."""

import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from pages.kinds.penalty.importing import IMPORT
from samples.files import FILE
from samples.files.decisions import REMARK, invent_decisions
from samples.files.dirt import soil, spoil

_SEED = 20261123
_TITLE = f"行政处罚信用信息公示表（{REMARK}）"
_PARTY = {code for code in (column.code for column in IMPORT.columns) if code.startswith(("CF_XDR", "CF_FR"))}
# Decisions whose lines are merged down, as offices write one decision with two parties.
_MERGED = 2


def generate(path: Path = FILE) -> None:
    """Write title, header, hint row, good rows with their dirt, bad rows in between, and a note below."""
    dice = Random(_SEED)  # noqa: S311 - invented content, no secret
    decisions = invent_decisions(dice)
    spare = [rows[0] for rows in invent_decisions(dice)[:19]]
    for number, row in enumerate(spare, 1):
        row["CF_WSH"] = f"兴住建罚决字〔2025〕9{number:02d}号"
    groups = [[soil(dice, row) for row in rows] for rows in decisions]
    bad = spoil(dice, spare)
    for place, row in enumerate(bad):
        groups.insert(9 + place * 14, [row])
    _write(path, groups)


def _write(path: Path, groups: list[list[dict[str, Any]]]) -> None:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
        book.set_properties({"title": _TITLE, "created": dt.datetime(2026, 11, 20)})
        day = book.add_format({"num_format": "yyyy/mm/dd"})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("行政处罚")
        sheet.write(0, 0, _TITLE, bold)
        required = {column.code for column in IMPORT.columns if column.required or column.expected}
        for place, column in enumerate(IMPORT.columns):
            sheet.write(1, place, column.label, bold)
            if column.code in required:
                sheet.write(2, place, "（必填）")
        line, merged = 3, 0
        for rows in groups:
            for row in rows:
                _write_row(sheet, line, row, day)
                line += 1
            if len(rows) == 2 and merged < _MERGED:
                merged += 1
                _merge(sheet, line, rows, day)
        sheet.write(line + 1, 0, f"注：{REMARK}。")


def _write_row(sheet: Any, line: int, row: dict[str, Any], day: Any) -> None:
    for place, column in enumerate(IMPORT.columns):
        value = row.get(column.code, "")
        if isinstance(value, dt.date):
            sheet.write_datetime(line, place, dt.datetime.combine(value, dt.time()), day)
        elif value != "":
            sheet.write(line, place, value)


def _merge(sheet: Any, end: int, rows: list[dict[str, Any]], day: Any) -> None:
    """Merge the decision's own cells over the lines of its parties."""
    for place, column in enumerate(IMPORT.columns):
        value = rows[0].get(column.code, "")
        if column.code not in _PARTY and value != "":
            if isinstance(value, dt.date):
                value = f"{value:%Y/%m/%d}"
            sheet.merge_range(end - len(rows), place, end - 1, place, value)


if __name__ == "__main__":
    generate()
