"""Amounts of money in every shape that offices write, as exact decimals in yuan."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from importers.columns.tidy import fold, says_none, tidy_line
from importers.sources import Cell

WAN = Decimal(10_000)
YUAN = Decimal(1)
FEN = Decimal("0.01")
_PLACES = Decimal("0.000001")
# A fine above a hundred thousand million yuan is a slip of the keyboard, and does not fit the column.
LARGEST = Decimal("100000000000")

_NUMERALS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两", (*range(1, 10), 2), strict=True)),
    **dict(zip("貳參陸", (2, 3, 6), strict=True)),
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_YI = 10**8
_BIG = {"万": 10**4, "萬": 10**4, "亿": _YI, "億": _YI}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PURE = re.compile(rf"^(?:人民币|RMB|CNY|[¥￥])?({_NUMBER})$")
_WITH_UNIT = re.compile(rf"(?:人民币|RMB|CNY|[¥￥])?({_NUMBER})([亿億]|[百佰千仟]?[万萬]|[百佰千仟])?([元圆块])?整?")
_HAN = re.compile(
    r"^(?:人民币)?([〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億两貳參陸]+)(?:[元圆圓](.*))?$"
)
_ONE = "([〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖])"
_CENTS = re.compile(rf"^零?(?:{_ONE}角)?零?(?:{_ONE}分)?[整正]?$")


# 玖仟元 and 二十万 name their unit; a bare 玖 counts what the column counts.
_NAMES_UNIT = re.compile("[元圆圓万萬亿億]")


class UnreadableAmountError(ValueError):
    """The cell holds no amount; the message is the reason for the sender."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in yuan; ``rounded`` says that more places were given than a fen has."""

    yuan: Decimal
    rounded: bool = False


def read_amount(cell: Cell, unit: Decimal = WAN, label: str = "") -> Amount | None:
    """The amount a cell holds, ``None`` for an empty one.

    ``unit`` is what a bare number counts (the form's columns are headed 万元); a unit written in the cell wins.
    ``label`` (罚款, 没收) picks one sum out of a text that names several. Raises ``UnreadableAmountError``.
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        raise _unreadable(str(cell))
    if isinstance(cell, int | float):
        return _finished(_exact(cell), unit, str(cell))
    if not isinstance(cell, str):
        raise _unreadable(str(cell))
    text = tidy_line(cell)
    if says_none(text):
        return None
    return _from_text(text, unit, label)


def _exact(number: float) -> Decimal:
    """What was typed: a binary float's noise is far behind the six places that the form allows."""
    return Decimal(repr(number)).quantize(_PLACES) if abs(number) < 1e12 else Decimal(number)


def _from_text(text: str, unit: Decimal, label: str) -> Amount:
    folded = fold(text)
    if match := _PURE.match(folded):
        return _finished(Decimal(match[1].replace(",", "")), unit, text)
    if label and (named := _named_sum(folded, label)) is not None:
        return named
    bare = re.sub(r"^(?:并处|处|处以)?(?:罚款|没收违法所得|没收非法财物|没收)(?:金额)?[:：]?", "", folded)
    if match := _WITH_UNIT.fullmatch(bare):
        return _finished(Decimal(match[1].replace(",", "")), _unit(match[2], match[3], unit), text)
    if (mixed := _mixed(bare)) is not None:
        return _finished(mixed, YUAN, text)
    if (han := _chinese(bare)) is not None:
        return _finished(han, YUAN if _NAMES_UNIT.search(bare) else unit, text)
    raise _unreadable(text)


def _named_sum(text: str, label: str) -> Amount | None:
    """The sum behind its own name in a text such as 罚款8万元，没收违法所得2万元，罚没合计10万元."""
    pieces = [piece for piece in re.split(r"[，,；;。、]", re.sub(r"(?<=\d),(?=\d{3})", "", text)) if piece]
    if len(pieces) < 2:
        return None
    total = None
    for piece in pieces:
        if label in piece and "合计" not in piece and (found := _WITH_UNIT.search(piece)) and (found[2] or found[3]):
            amount = Decimal(found[1]) * _unit(found[2], found[3], YUAN)
            total = amount if total is None else total + amount
    return None if total is None else _finished(total, YUAN, text)


def _unit(scale: str | None, yuan: str | None, default: Decimal) -> Decimal:
    if not scale:
        return YUAN if yuan else default
    factor = Decimal(1)
    for mark in scale:
        factor *= _BIG.get(mark) or _TENS[mark]
    return factor


def _mixed(text: str) -> Decimal | None:
    """Digits with scales in between: 1万2千元, 3亿5000万元."""
    parts = re.findall(r"(\d+(?:\.\d+)?)([亿億万萬千仟百佰十拾]?)", text.rstrip("元圆整"))
    if len(parts) < 2 or "".join(number + scale for number, scale in parts) != text.rstrip("元圆整"):
        return None
    total = Decimal(0)
    previous = None
    for number, scale in parts:
        factor = Decimal(_BIG.get(scale) or _TENS.get(scale) or 1)
        if previous is not None and factor >= previous:
            return None
        total += Decimal(number) * factor
        previous = factor
    return total


def _chinese(text: str) -> Decimal | None:
    """Amounts in Chinese numerals, plain or 大写, with 角 and 分."""
    match = _HAN.match(text)
    if not match:
        return None
    cents = _CENTS.match(match[2] or "")
    if cents is None:
        return None
    tenths = Decimal(_NUMERALS[cents[1]]) / 10 if cents[1] else Decimal(0)
    hundredths = Decimal(_NUMERALS[cents[2]]) / 100 if cents[2] else Decimal(0)
    whole = _whole(match[1])
    return None if whole is None else whole + tenths + hundredths


def _whole(text: str) -> Decimal | None:
    total = section = digit = 0
    seen = False
    for mark in text:
        if mark in _NUMERALS:
            if digit and _NUMERALS[mark]:
                return None  # 三五 is no number
            digit, seen = _NUMERALS[mark], True
        elif mark in _TENS:
            section += (digit or (0 if section else 1)) * _TENS[mark]
            digit, seen = 0, True
        else:
            carried = total + section + digit if _BIG[mark] == _YI else section + digit
            total = carried * _BIG[mark] + (0 if _BIG[mark] == _YI else total)
            section = digit = 0
    return Decimal(total + section + digit) if seen else None


def _finished(number: Decimal, unit: Decimal, written: str) -> Amount:
    try:
        exact = number * unit
        yuan = exact.quantize(FEN)
    except InvalidOperation as error:
        raise _unreadable(written) from error
    if not yuan.is_finite():
        raise _unreadable(written)
    if not Decimal(0) <= yuan < LARGEST:
        raise UnreadableAmountError(_("The amount “%(value)s” is out of range.") % {"value": written[:40]})
    return Amount(yuan, rounded=yuan != exact)


def _unreadable(text: str) -> UnreadableAmountError:
    return UnreadableAmountError(_("“%(value)s” is not an amount.") % {"value": text[:40]})
