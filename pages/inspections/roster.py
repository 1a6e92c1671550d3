"""A roster of objects from a spreadsheet or from pasted lines; everything wrong is told by line and column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pages.kinds.lottery.models import RosterEntry
from rules.validators import is_credit_code

# (column, its names in headers); without a header the columns stand in this order.
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name", ("检查对象", "检查对象名称", "企业名称", "单位名称", "对象名称", "名称")),
    ("code", ("统一社会信用代码", "信用代码", "社会信用代码")),
    ("area", ("区域", "所属区域", "检查区域", "所在区域")),
    ("weight", ("风险权重", "权重")),
    ("person", ("对象类别", "类别", "主体类别")),
)
_TITLES = {name: names[0] for name, names in COLUMNS}
_PERSON = {"自然人", "个人", "公民"}
_PARTING = re.compile(r"[\t,，;；]")
HEAVIEST = 99

Line = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell; ``line`` counts from 1 as the sender sees it, ``column`` is its Chinese title."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return _("Line %(line)d, column %(column)s: %(message)s") % {
            "line": self.line,
            "column": self.column,
            "message": self.message,
        }


def split_lines(text: str) -> list[Line]:
    """Pasted lines as cells, parted by tabs, commas or semicolons."""
    lines = enumerate(text.splitlines(), start=1)
    return [(number, [cell.strip() for cell in _PARTING.split(line)]) for number, line in lines if line.strip()]


def as_text(lines: Iterable[Line]) -> str:
    """Cells as lines that ``split_lines`` reads."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in cells).rstrip() for _number, cells in lines)


def entries_as_text(entries: Iterable[RosterEntry]) -> str:
    """A stored roster as lines, with its header."""
    rows = [[names[0] for _name, names in COLUMNS]]
    rows += [
        [one.name, one.credit_code, one.area, str(one.weight), "自然人" if one.is_person else ""] for one in entries
    ]
    return as_text(enumerate(rows, start=1))


def read_roster(lines: Sequence[Line]) -> tuple[list[RosterEntry], list[CellProblem]]:
    """Unsaved entries in their order, and every problem found."""
    places, lines = _header(lines)
    entries: list[RosterEntry] = []
    problems: list[CellProblem] = []
    seen: dict[str, int] = {}
    for number, cells in lines:
        row = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
        if not any(row.values()):
            continue
        problems += [CellProblem(number, _TITLES[name], message) for name, message in _faults(row)]
        problems += _twice(row, number, seen)
        entries.append(_entry(row, len(entries) + 1))
    return entries, problems


def _header(lines: Sequence[Line]) -> tuple[dict[str, int], Sequence[Line]]:
    for index, (_number, cells) in enumerate(lines[:5]):
        found = {
            name: place for place, cell in enumerate(cells) for name, names in COLUMNS if "".join(cell.split()) in names
        }
        if "name" in found:
            return found, lines[index + 1 :]
    return {name: place for place, (name, _names) in enumerate(COLUMNS)}, lines


def _faults(row: dict[str, str]) -> Iterable[tuple[str, str]]:
    code, weight = row.get("code", "").upper(), row.get("weight", "")
    if not row.get("name"):
        yield "name", _("The name is missing.")
    if code and row.get("person") in _PERSON:
        yield "code", _("A natural person has no credit code.")
    elif code and not is_credit_code(code):
        yield "code", _("The check digit of this credit code is wrong.")
    if weight and not (weight.isascii() and weight.isdigit() and 1 <= int(weight) <= HEAVIEST):
        yield "weight", _("A whole number from 1 to 99.")


def _twice(row: dict[str, str], number: int, seen: dict[str, int]) -> list[CellProblem]:
    code, name = row.get("code", "").upper(), row.get("name", "")
    key, column = (code, "code") if code else (name, "name")
    if not key:
        return []
    if key in seen:
        return [CellProblem(number, _TITLES[column], _("Already in line %(line)d.") % {"line": seen[key]})]
    seen[key] = number
    return []


def _entry(row: dict[str, str], order: int) -> RosterEntry:
    weight = row.get("weight") or "1"
    return RosterEntry(
        name=row.get("name", "")[:200],
        credit_code=row.get("code", "").upper()[:18],
        area=row.get("area", "")[:100],
        weight=int(weight) if weight.isascii() and weight.isdigit() and len(weight) < 3 else 1,
        is_person=row.get("person", "") in _PERSON,
        order=order,
    )
