"""Amounts of money in every shape that offices write, as exact decimals in yuan."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from records.types.columns.cells import Cell
from records.types.columns.tidy import fold, says_none, tidy_line
from rules.amounts import chinese_yuan, mixed_yuan, scale

WAN = Decimal(10_000)
YUAN = Decimal(1)
FEN = Decimal("0.01")
_PLACES = Decimal("0.000001")
# A fine above a hundred thousand million yuan is a slip of the keyboard, and does not fit the column.
LARGEST = Decimal("100000000000")

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PURE = re.compile(rf"^(?:人民币|RMB|CNY|[¥￥])?({_NUMBER})$")
_WITH_UNIT = re.compile(rf"(?:人民币|RMB|CNY|[¥￥])?({_NUMBER})([亿億]|[百佰千仟]?[万萬]|[百佰千仟])?([元圆块])?整?")

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
        return _finished(Decimal(match[1].replace(",", "")), scale(match[2], match[3], unit), text)
    if (mixed := mixed_yuan(bare)) is not None:
        return _finished(mixed, YUAN, text)
    if (han := chinese_yuan(bare)) is not None:
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
            amount = Decimal(found[1]) * scale(found[2], found[3], YUAN)
            total = amount if total is None else total + amount
    return None if total is None else _finished(total, YUAN, text)


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
