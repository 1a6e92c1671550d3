"""Dates in every shape that offices write."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from importers.columns.tidy import fold, tidy_line
from importers.sources import Cell

LONG_TERM = dt.date(2099, 12, 31)
"""How the standard writes 长期 (law.md 4.2, item 22)."""

_LONG_TERM_WORDS = frozenset({"长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限"})
_LONG_TERM_YEARS = frozenset({2099, 2999, 9999})
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(
    r"^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,4})[日号]$"
)
_TIME = r"(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_SHAPES = (
    re.compile(r"^(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?" + _TIME + "$"),
    re.compile(r"^(?P<y>\d{4})(?P<s>[/\-.．。,，、])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})" + _TIME + "$"),
    re.compile(r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})" + _TIME + "$"),
)
# Serial numbers of 1990-01-01 and of 2100-01-01; other numbers are no dates of decisions.
_FIRST_SERIAL, _LAST_SERIAL = 32874, 73051
_EPOCH = dt.date(1899, 12, 30)
_DAYS_OF_YEAR_RANGE = (1949, 2100)


class UnreadableDateError(ValueError):
    """The cell holds no date that exists; the message is the reason for the sender."""


def read_date(cell: Cell) -> dt.date | None:
    """The date a cell holds, ``None`` for an empty one, ``LONG_TERM`` for 长期.

    Reads date cells, Excel serial numbers (as number or text), and the written forms of real_forms.md.
    Raises ``UnreadableDateError`` for a date that does not exist and for forms that can be read two ways.
    """
    match cell:
        case None | "":
            return None
        case dt.datetime():
            return _checked(cell.date(), cell.date().isoformat())
        case dt.date():
            return _checked(cell, cell.isoformat())
        case bool():
            raise _unreadable(str(cell))
        case int() | float():
            return _from_number(cell)
    return _from_text(tidy_line(str(cell)))


def _from_number(number: float) -> dt.date:
    if number == int(number) and 19_490_101 <= number <= 29_991_231:
        return _from_digits(str(int(number)))
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        return _EPOCH + dt.timedelta(days=int(number))
    raise _unreadable(str(number))


def _from_digits(digits: str) -> dt.date:
    return _build(digits[:4], digits[4:6], digits[6:], digits)


def _from_text(text: str) -> dt.date | None:
    folded = fold(text)
    if not folded or folded in {"/", "-", "--", "—", "无"}:
        return None
    if folded in _LONG_TERM_WORDS:
        return LONG_TERM
    for shape in _SHAPES:
        if match := shape.match(folded):
            return _build(match["y"], match["m"], match["d"], text)
    if match := _CHINESE.match(folded):
        return _build(match[1].translate(_DIGITS), _small(match[2]), _small(match[3]), text)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", folded):
        return _from_number(float(folded))
    raise _unreadable(text)


def _small(text: str) -> str:
    """Chinese numerals below one hundred: 十 is 10, 二十 20, 十一 11, 三十一 31."""
    if "十" not in text:
        return text.translate(_DIGITS)
    tens, ones = text.split("十", 1)
    return f"{tens.translate(_DIGITS) or '1'}{ones.translate(_DIGITS) or '0'}"


def _build(year: str, month: str, day: str, written: str) -> dt.date:
    if int(year) in _LONG_TERM_YEARS:
        return LONG_TERM
    try:
        return _checked(dt.date(int(year), int(month), int(day)), written)
    except UnreadableDateError:
        raise
    except ValueError as error:
        raise UnreadableDateError(_("“%(value)s” is not a date that exists.") % {"value": written[:40]}) from error


def _checked(date: dt.date, written: str) -> dt.date:
    if date.year in _LONG_TERM_YEARS:
        return LONG_TERM
    first, last = _DAYS_OF_YEAR_RANGE
    if not first <= date.year <= last:
        raise UnreadableDateError(_("“%(value)s” is not a date that exists.") % {"value": written[:40]})
    return date


def _unreadable(text: str) -> UnreadableDateError:
    return UnreadableDateError(
        _("“%(value)s” cannot be read as a date. Write it as 2026/11/22.") % {"value": text[:40]}
    )
