"""Find the header of a sheet: Chinese names with their variants, or field codes, wherever the first lines hold it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.sources import Cell, has_content
from records.types.columns.amounts import WAN, YUAN
from records.types.columns.base import AmountColumn, Column
from records.types.columns.tidy import tidy_line

_SEARCHED_LINES = 20
# A line of data may happen to hold a header's word or two; a header holds many.
_FEWEST_MATCHES = 4
_NUMBERING = re.compile(r"^(?:第?\d{1,2}[项.、:：)）]?)(?=\D)")
_MARKS = re.compile(r"必填项?|选填项?|条件必填|非必填|\*")
_NOISE = re.compile(r"[\s()\[\]{}〔〕【】〈〉《》「」_\-—–、,.。;:：;·/\"'“”*]")
_HINT = re.compile(
    r"必填|选填|填写|格式|示例|例如|例[:：]|单位[:：]|^[（(【\[].*[）)】\]]$|^万?元$|^文本$|^日期$|^字符|yyyy|YYYY|^\d+[、.]?$|18位"
)


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's columns stand.

    ``line`` is the header's line (from 1), ``first_line`` the first line of data; ``places`` maps field code →
    index in a row; ``columns`` are those of the form with the unit that this header names; ``unknown`` headers are
    not read.
    """

    line: int
    first_line: int
    places: dict[str, int]
    columns: tuple[Column, ...]
    unknown: tuple[str, ...] = ()
    signature: tuple[str, ...] = field(default=(), repr=False)

    def repeats_in(self, row: Sequence[Cell]) -> bool:
        """Whether a row is this header again, as where the same table stands twice."""
        place = self.places[next(iter(self.places))]
        if place >= len(row) or fold_header(row[place]) != self.signature[place]:
            return False
        return tuple(fold_header(cell) for cell in row[: len(self.signature)]) == self.signature


def fold_header(cell: Cell) -> str:
    """A header without what varies: width, blanks, brackets, numbering, 必填 marks, the typo 财务 for 财物."""
    text = unicodedata.normalize("NFKC", tidy_line(cell)).upper()
    text = _MARKS.sub("", text)
    text = _NUMBERING.sub("", text)
    return _NOISE.sub("", text).replace("非法财务", "非法财物")


def find_header(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], own: frozenset[str]) -> Header | None:
    """Find the line that names the most columns; ``None`` when no line names enough.

    ``own`` are headers of columns that this product adds to its own reports; they are known and not read.
    Raises ``FileRefusedError`` when two headers name the same column.
    """
    names = {fold_header(name): column for column in columns for name in column.headers()}
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:_SEARCHED_LINES]):
        matches = sum(1 for cell in row if has_content(cell) and _lookup(names, cell))
        if matches >= _FEWEST_MATCHES and (best is None or matches > best[1]):
            best = (index, matches)
    return None if best is None else _read(rows, best[0], names, own)


def _lookup(names: dict[str, Column], cell: Cell) -> Column | None:
    folded = fold_header(cell)
    return names.get(folded) or names.get(folded.removesuffix("万元").removesuffix("元").removesuffix("单位"))


def _read(rows: Sequence[Sequence[Cell]], index: int, names: dict[str, Column], own: frozenset[str]) -> Header:
    places: dict[str, int] = {}
    columns: list[Column] = []
    unknown: list[str] = []
    hints = rows[index + 1] if index + 1 < len(rows) else ()
    for place, cell in enumerate(rows[index]):
        if not has_content(cell):
            continue
        column = _lookup(names, cell)
        if column is None:
            if fold_header(cell) not in own:
                unknown.append(tidy_line(cell)[:60])
            continue
        if column.code in places:
            raise FileRefusedError(
                "double_column", _("The header names the column “%(column)s” twice.") % {"column": column.label}
            )
        places[column.code] = place
        columns.append(_with_unit(column, tidy_line(cell), tidy_line(hints[place]) if place < len(hints) else ""))
    signature = tuple(fold_header(cell) for cell in rows[index])
    first = index + 1
    while first < len(rows) and first <= index + 3 and _is_hint(rows[first], names):
        first += 1
    return Header(index + 1, first + 1, places, tuple(columns), tuple(unknown), signature)


def _with_unit(column: Column, *texts: str) -> Column:
    """An amount's unit as its header or the hint below says: 万元 unless only 元 is named."""
    if not isinstance(column, AmountColumn):
        return column
    return replace(column, unit=_unit(texts) or column.unit)


def _unit(texts: tuple[str, ...]) -> Decimal | None:
    for text in texts:
        if "万" in text:
            return WAN
        if re.search(r"[（(]\s*(?:单位[:：]?\s*)?元\s*[)）]$|^元$|单位[:：]\s*元", text):
            return YUAN
    return None


def _is_hint(row: Sequence[Cell], names: dict[str, Column]) -> bool:
    """Whether a line below the header explains it: 必填, units, examples of form, or the field codes once more."""
    cells = [tidy_line(cell) for cell in row if has_content(cell)]
    if not cells:
        return False
    hints = sum(1 for cell in cells if _HINT.search(cell) or fold_header(cell) in names)
    return hints * 2 >= len(cells) and not any(
        re.search(r"[〔（(［\[【﹝]\s*20\d\d\s*[〕）)］\]】﹞]", cell) for cell in cells
    )


def require(header: Header, columns: Sequence[Column]) -> None:
    """Refuse a sheet whose header lacks a column without which no row can be read."""
    missing = [column.label for column in columns if column.required and column.code not in header.places]
    if missing:
        raise FileRefusedError(
            "columns_missing",
            _("The header lacks the column(s) %(columns)s.") % {"columns": "、".join(missing)},
        )


def no_header(columns: Sequence[Column]) -> FileRefusedError:
    """The refusal of a file in which no header of the form is found."""
    needed = "、".join(column.label for column in columns if column.required)
    return FileRefusedError(
        "no_header",
        _("No header of the form was found. The first lines must name the columns, at least %(columns)s.")
        % {"columns": needed},
    )
