"""Dates in every shape that offices write."""

import datetime as dt
import math
import re
import unicodedata

from django.utils.translation import gettext as _

from records.types.columns.cells import Cell
from records.types.columns.tidy import fold, tidy_line
from records.types.columns.times import NoSuchTimeError, small_number, split_time

LONG_TERM = dt.date(2099, 12, 31)
"""How the standard writes 长期 (law.md 4.2, item 22)."""

_LONG_TERM_WORDS = frozenset({"长期", "长期有效", "永久", "永久有效", "无期限", "无固定期限"})
_LONG_TERM_YEARS = frozenset({2099, 2999, 9999})
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR, _MONTH = r"(?P<y>\d ?\d ?\d ?\d)", r"(?P<m>\d ?\d?)"
# A blank inside a day that nothing closes (2026/3/1 1) may part the day from something else.
_SHAPES = (
    re.compile(rf"^{_YEAR} ?年 ?{_MONTH} ?月 ?(?:(?P<d>\d ?\d?) ?[日号]|(?P<open>\d\d?))$"),
    re.compile(rf"^{_YEAR} ?(?P<s>[/\-.。,、]) ?{_MONTH} ?(?P=s) ?(?P<d>\d\d?)$"),
    re.compile(r"^(?P<y>\d{4}) ?(?P<m>\d\d) ?(?P<d>\d\d)$"),
)
_CHINESE = re.compile(
    r"^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,4})[日号]$"
)
# Numbers parted as a date parts them, or glued together: a date, but which one? Twice in a cell it is a period.
_MARK = r" ?[年月/\-.。,、‐-―−~ ] ?"
_LIKE_A_DATE = re.compile(rf"\d{{1,4}}{_MARK}\d{{1,2}}{_MARK}\d{{1,2}}|^\d{{8}}")
# Serial numbers of 1990-01-01 and of 2100-01-01; other numbers are no dates of decisions.
_FIRST_SERIAL, _LAST_SERIAL = 32874, 73051
_EPOCH = dt.date(1899, 12, 30)
_DAYS_OF_YEAR_RANGE = (1949, 2100)


class UnreadableDateError(ValueError):
    """The cell holds no date that exists; the message is the reason for the sender."""


class UnclearDateError(UnreadableDateError):
    """The cell holds a date that may be one day or another; no column may go on without it."""


def read_date(cell: Cell) -> dt.date | None:
    """The date a cell holds, ``None`` for an empty one, ``LONG_TERM`` for 长期.

    Reads date cells, Excel serial numbers (as number or text), and the written forms of real_forms.md, each with or
    without a time of day. Raises ``UnreadableDateError`` for a date that does not exist and ``UnclearDateError`` for
    one that can be read two ways.
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
    if not math.isfinite(number):
        raise _unreadable(str(number))
    if number == int(number) and len(str(int(number))) in {8, 12, 14}:
        return _dated(str(int(number)))
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        return _EPOCH + dt.timedelta(days=int(number))
    raise _unreadable(str(number))


def _from_text(text: str) -> dt.date | None:
    folded = fold(text)
    if not folded or folded in {"/", "-", "--", "—", "无"}:
        return None
    if folded in _LONG_TERM_WORDS:
        return LONG_TERM
    if re.fullmatch(r"\d{5}(?:\.\d+)?", folded):
        return _from_number(float(folded))
    if any(unicodedata.category(character) == "No" for character in text):
        raise _unreadable(text)  # half width, the mark of a footnote would be one more digit
    return _dated(text)


def _dated(text: str) -> dt.date:
    """A written day, with its time split off while the blank between them still stands."""
    try:
        written, time = split_time(" ".join(unicodedata.normalize("NFKC", text).split()))
    except NoSuchTimeError as error:
        raise UnclearDateError(str(_unreadable(text))) from error
    day = _day(written, text)
    if time and time.day_in_beijing(day) != day:
        raise UnclearDateError(
            _("“%(value)s” is another day in Beijing. Write the day in Beijing without a time.") % {"value": text[:40]}
        )
    return day


def _day(written: str, text: str) -> dt.date:
    for shape in _SHAPES:
        if match := shape.match(written):
            found = {name: (value or "").replace(" ", "") for name, value in match.groupdict().items()}
            return _build(int(found["y"]), int(found["m"]), int(found["d"] or found["open"]), text)
    if match := _CHINESE.match(written.replace(" ", "")):
        return _build(int(match[1].translate(_DIGITS)), small_number(match[2]), small_number(match[3]), text)
    raise _unclear(text) if len(_LIKE_A_DATE.findall(written)) == 1 else _unreadable(text)


def _build(year: int, month: int, day: int, written: str) -> dt.date:
    try:
        return _checked(dt.date(year, month, day), written)
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


def _unclear(text: str) -> UnclearDateError:
    return UnclearDateError(
        _("“%(value)s” can be read as more than one date. Write it as 2026/11/22.") % {"value": text[:40]}
    )
