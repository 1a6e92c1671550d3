"""A file as cleaned rows: sheets, header, lines, cells; nothing here knows a database."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.formats import Form, ImportContext
from importers.headers import Header, find_header, fold_header, no_header, require
from importers.sources import Cell, Limits, Sheet, cell_name, has_content, read_sheets, too_many_rows
from records.types.columns.base import Draft
from records.types.columns.problems import Problem, shown_value
from records.types.columns.tidy import as_text, storable, tidy_line
from records.types.decision_data import DecisionData

REPORT_HEADERS = ("原批次", "原表", "原行号", "问题")
"""Columns that our own spreadsheet of bad rows adds: sent again, they tell which waiting row a line mends."""

_OWN = tuple(map(fold_header, REPORT_HEADERS))
_FOOTER = re.compile(r"^(?:注|备注|说明|填表|制表|填报|审核|合计|总计|共计|联系)")
_FOOTER_CELLS = 3
_LINES_OF_A_TABLE = 5
_TOO_MANY_DIGITS = 10
# What spreadsheet programs allow; a file made by hand may hold more.
_LONGEST_SHEET_NAME = 31
DataLine = tuple[int, list[Cell], dict[str, Cell]]


@dataclass(frozen=True, slots=True)
class Origin:
    """The waiting row that a line of our own spreadsheet of bad rows comes from."""

    run: int
    sheet: str
    line: int


@dataclass(frozen=True, slots=True)
class CleanRow:
    """One line of the file: its facts when it is well, else its problems; ``cells`` as they came, by field code.

    ``withheld`` are the facts of a row that can be read and contradicts itself.
    """

    sheet: str
    line: int
    cells: dict[str, Cell]
    data: DecisionData | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    origin: Origin | None = None
    withheld: DecisionData | None = None

    @property
    def said(self) -> DecisionData | None:
        """What the row says of its decision, whether it may go in or not."""
        return self.data or self.withheld


@dataclass(slots=True)
class Reading:
    """What a file holds: the form it follows, its rows, and warnings about the file as a whole."""

    form: str
    rows: list[CleanRow] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def read_file(
    path: Path,
    kind: Form,
    around: ImportContext,
    today: dt.date,
    limits: Limits | None = None,
    name: str = "",
) -> Reading:
    """Read and clean a whole file.

    ``today`` is the day of the run in Asia/Shanghai, against which future dates are told. ``name`` is what the sender
    called the file. Raises ``FileRefusedError`` when the file as a whole cannot be used.
    """
    reading = Reading(kind.form)
    limits = limits or Limits.from_settings()
    found = False
    for place, found_sheet in enumerate(read_sheets(path, limits, name), 1):
        sheet = _named(found_sheet, place)
        header = find_header(sheet.rows, kind.columns, frozenset(_OWN))
        if header is None:
            if sheet.visible and not sheet.is_blank:
                reading.warnings.append(
                    _about_sheet(sheet, _("This sheet has no header of the form and was not read."))
                )
            continue
        found = True
        require(header, kind.columns)
        _refuse_formulas(sheet, header)
        _note_unknown(sheet, header, reading)
        _note_absent(sheet, header, kind, reading)
        lines = _data_lines(sheet, header, limits)
        rows = list(_clean_lines(sheet, header, lines, kind, around, today))
        _note_blank(sheet, header, kind, rows, reading)
        reading.rows.extend(rows)
    if not found:
        raise no_header(kind.columns)
    if not reading.rows:
        raise FileRefusedError("empty", _("The file holds a header but no rows."))
    return reading


def _named(sheet: Sheet, place: int) -> Sheet:
    """A name that every report can hold, and that no other sheet has."""
    name = storable(sheet.name)
    if len(name) > _LONGEST_SHEET_NAME:
        name = f"{name[: _LONGEST_SHEET_NAME - 4]}…{place}"
    return sheet if name == sheet.name else replace(sheet, name=name)


def _about_sheet(sheet: Sheet, reason: str, line: int = 0, value: str = "") -> Problem:
    return Problem(sheet.name, line, "", value, reason)


def _note_unknown(sheet: Sheet, header: Header, reading: Reading) -> None:
    if header.unknown:
        reason = _("These columns are not of the form and were not read.")
        reading.warnings.append(_about_sheet(sheet, reason, header.line, "、".join(header.unknown)[:200]))


def _note_absent(sheet: Sheet, header: Header, kind: Form, reading: Reading) -> None:
    """What the form demands and the sheet lacks, once: no row can say it."""
    absent = (column for column in kind.columns if column.code not in header.places)
    labels = "、".join(column.label for column in absent if column.is_demanded)
    if labels:
        reason = _(
            "The standard demands these columns, and this sheet lacks them. Records that are here keep what they have; "
            "new ones go in without, and wait where they cannot be made so."
        )
        reading.warnings.append(_about_sheet(sheet, reason, header.line, labels))


def _note_blank(sheet: Sheet, header: Header, kind: Form, rows: list[CleanRow], reading: Reading) -> None:
    blank = _blank_columns(kind, header, [row.cells for row in rows])
    labels = "、".join(column.label for column in kind.columns if column.code in blank)
    if labels:
        reason = _("No line fills these columns, which the standard demands.")
        reading.warnings.append(_about_sheet(sheet, reason, header.line, labels))


def _refuse_formulas(sheet: Sheet, header: Header) -> None:
    """A formula shows one value to the sender and may mean another elsewhere: values are wanted."""
    read = {place + 1 for place in header.places.values()}
    for cells, code in ((sheet.formulas, "formula"), (sheet.errors, "error_value")):
        inside = sorted(place for place in cells if place[0] >= header.line and place[1] in read)
        if inside:
            where = {"sheet": sheet.name, "cell": cell_name(*inside[0])}
            sentence = (
                _("Sheet “%(sheet)s”, cell %(cell)s holds a formula. Paste the values instead and send the file again.")
                if code == "formula"
                else _("Sheet “%(sheet)s”, cell %(cell)s holds an error value. Correct it and send the file again.")
            )
            raise FileRefusedError(code, sentence % where)


def _clean_lines(
    sheet: Sheet,
    header: Header,
    lines: list[DataLine],
    kind: Form,
    around: ImportContext,
    today: dt.date,
) -> Iterator[CleanRow]:
    headed = len(header.signature)
    blank = _blank_columns(kind, header, [cells for _line, _row, cells in lines])
    absent = frozenset(column.code for column in kind.columns if column.code not in header.places)
    for line, row, cells in lines:
        draft = Draft(sheet.name, line, cells, today, blank, absent)
        if any(has_content(cell) for cell in row[headed:]):
            _refuse_surplus(draft, row[headed:])
        data = kind.clean_row(draft, header.columns, around)
        origin = _origin(header, row)
        yield CleanRow(
            sheet.name, line, cells, data, tuple(draft.problems), tuple(draft.warnings), origin, draft.withheld
        )


def _data_lines(sheet: Sheet, header: Header, limits: Limits) -> list[DataLine]:
    """The lines of data; as many of them are read as the limit says, whatever stands above and below."""
    lines = list(_lines_below(sheet, header))
    if len(lines) > limits.rows:
        raise too_many_rows(limits)
    return lines


def _lines_below(sheet: Sheet, header: Header) -> Iterator[DataLine]:
    """The lines below the header that hold data: number, whole row, cells by field code."""
    width = max(header.places.values()) + 1
    for line, row in enumerate(sheet.rows[header.first_line - 1 :], header.first_line):
        filled = [cell for cell in row if has_content(cell)]
        if not filled or header.repeats_in(row) or _is_footer(filled):
            continue
        padded = [*row, *[""] * (width - len(row))]
        cells = {code: padded[place] for code, place in header.places.items()}
        if any(has_content(cell) for cell in cells.values()):
            yield line, row, cells


def _blank_columns(kind: Form, header: Header, lines: list[dict[str, Cell]]) -> frozenset[str]:
    """Demanded columns of the sheet that none of its lines fills; a lone line is its own judge."""
    if len(lines) < _LINES_OF_A_TABLE:
        return frozenset()
    expected = [column.code for column in kind.columns if column.expected and column.code in header.places]
    return frozenset(code for code in expected if not any(has_content(cells.get(code)) for cells in lines))


def _origin(header: Header, row: list[Cell]) -> Origin | None:
    """Which waiting row this line mends, where the file is our own report sent again."""
    if _OWN[0] not in header.signature or _OWN[2] not in header.signature:
        return None
    run, sheet, line = (row[at] if at < len(row) else "" for at in map(header.signature.index, _OWN[:3]))
    numbers = (as_text(run).strip(), as_text(line).strip())
    return Origin(int(numbers[0]), storable(as_text(sheet)), int(numbers[1])) if all(map(_is_number, numbers)) else None


def _is_number(text: str) -> bool:
    """Whether a text can be the number of a run or a line; such a cell may have been changed by hand."""
    return text.isascii() and text.isdigit() and len(text) < _TOO_MANY_DIGITS


def _refuse_surplus(draft: Draft, surplus: list[Cell]) -> None:
    """More cells than headers: a comma inside a text was not quoted, so every cell behind it is in a wrong column."""
    value = shown_value(next(cell for cell in surplus if has_content(cell)), is_identity=True)
    reason = _("The line has more cells than the header; a text with commas must be quoted.")
    draft.problems.append(Problem(draft.sheet, draft.line, "", value, reason))


def _is_footer(filled: list[Cell]) -> bool:
    """Notes, sums and signatures below a table are no data."""
    return len(filled) <= _FOOTER_CELLS and bool(_FOOTER.match(tidy_line(filled[0])))


def cells_as_text(cells: dict[str, Cell]) -> dict[str, str]:
    """The cells of a row as text by field code, empty ones left out: what waits is kept in this form."""
    return {code: storable(as_text(cell)) for code, cell in cells.items() if has_content(cell)}
