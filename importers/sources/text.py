"""CSV as offices write it: UTF-8 with or without a mark, GB18030, UTF-16 text; comma, tab or semicolon."""

import csv
import io
import re
from pathlib import Path

from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.sources.limits import Limits
from importers.sources.sniff import not_a_spreadsheet
from importers.sources.table import Cell, Sheet, count_content

_DELIMITERS = (",", "\t", ";", "|")
_EXCEL_TEXT = re.compile(r'^="([^"]*)"$')
_SURELY_UTF8 = re.compile("[\u4e00-\u9fff，。、；：（）〔〕]")
# So many Chinese characters in one line do not come out of GB18030 bytes by chance.
_SURE_CHARACTERS = 4


def read_text(path: Path, limits: Limits, name: str = "") -> list[Sheet]:
    """Read a CSV file as one sheet, named by the file's stem as programs do; raises ``FileRefusedError``."""
    text = decode(path.read_bytes())
    if "\x00" in text:
        raise not_a_spreadsheet()
    rows = _parse(text, limits)
    formulas = frozenset(
        (line, column)
        for line, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if isinstance(cell, str) and is_formula(cell)
    )
    return [Sheet(Path(name or path.name).stem[:31] or "csv", rows, formulas=formulas)]


def is_formula(cell: str) -> bool:
    """Whether a text would be taken for a formula by a spreadsheet program; ``="001"`` is only a guarded text."""
    return cell.lstrip().startswith(("=", "＝")) and len(cell.strip()) > 1


def decode(data: bytes) -> str:
    """Decode a whole file in one encoding; raises ``FileRefusedError`` naming the first line that is in another."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_utf16(data)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_gb18030(data)


def _decode_utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise FileRefusedError(
            "damaged", _("The file is damaged or incomplete. Save it again and send it again.")
        ) from error


def _decode_gb18030(data: bytes) -> str:
    """Decode GB18030 line by line, so that a file pasted together from two encodings is told from a sound one."""
    lines = data.split(b"\n")
    decoded = []
    for number, line in enumerate(lines, 1):
        if _is_surely_utf8(line):
            raise _mixed(number)
        try:
            decoded.append(line.decode("gb18030"))
        except UnicodeDecodeError as error:
            raise _mixed(number) from error
    return "\n".join(decoded)


def _is_surely_utf8(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(_SURELY_UTF8.findall(text)) >= _SURE_CHARACTERS


def _mixed(line: int) -> FileRefusedError:
    return FileRefusedError(
        "mixed_encoding",
        _(
            "The file mixes text encodings or holds broken characters (text line %(line)d). "
            "Save it as UTF-8 or GB18030 and send it again."
        )
        % {"line": line},
    )


def _parse(text: str, limits: Limits) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for row in reader:
            if len(rows) >= limits.lines:
                raise too_many_rows(limits)
            if len(row) > limits.columns and any(cell.strip() for cell in row[limits.columns :]):
                raise too_many_columns(limits)
            rows.append([_unguard(cell) for cell in row[: limits.columns]])
    except csv.Error as error:
        raise FileRefusedError(
            "damaged",
            _("The quotation marks of the file cannot be read near line %(line)d. Save it again as CSV or .xlsx.")
            % {"line": len(rows) + 1},
        ) from error
    if not count_content(rows):
        raise FileRefusedError("empty", _("The file holds no rows."))
    return rows


def _delimiter(text: str) -> str:
    """The mark that divides the widest of the first lines; a title above the header may hold none."""
    head = text[:20_000].splitlines()[:10]
    counts = {mark: max((line.count(mark) for line in head), default=0) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _unguard(cell: str) -> str:
    """Take ``="00123"``, by which programs keep leading zeros, for the text that it guards."""
    match = _EXCEL_TEXT.match(cell.strip())
    return match[1] if match else cell


def too_many_rows(limits: Limits) -> FileRefusedError:
    """The refusal of a sheet with more rows of data than allowed."""
    return FileRefusedError(
        "too_many_rows",
        _("A sheet has more than %(limit)d rows. Split the file and send the parts.") % {"limit": limits.rows},
    )


def too_many_columns(limits: Limits) -> FileRefusedError:
    """The refusal of a sheet with more columns than allowed."""
    return FileRefusedError(
        "too_many_columns",
        _("A sheet has more than %(limit)d columns. Keep only the columns of the form.") % {"limit": limits.columns},
    )
