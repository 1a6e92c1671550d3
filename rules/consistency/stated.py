"""Amounts that the text of a decision states: 罚款人民币15000元（大写：壹万伍仟元整），没收违法所得2000元."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rules.amounts import chinese_yuan, mixed_yuan, scale

_HAN = "〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億两貳參陸"
_CAPITALS = re.compile(rf"[{_HAN}]+[元圆](?:零?[{_HAN}]角)?(?:零?[{_HAN}]分)?[整正]?")
# 万 may stand without 元 where nothing but the end or 罚款 follows; 3.8万平方米 is no amount.
_FIGURES = re.compile(
    r"(\d+(?:\.\d+)?)([百佰千仟]?[万萬]|[亿億]|[百佰千仟])?"
    r"(?:[元圆](?!/)|(?<=[万萬亿億])(?=$|[^\w/]|[整正]|的?罚))"
)
_MIXED = re.compile(r"\d+(?:\.\d+)?[亿億万萬千仟百佰]\d[\d.亿億万萬千仟百佰]*[元圆]")
AMOUNT = "|".join(
    # Groups of a part would be groups of the whole.
    re.sub(r"\((?!\?)", "(?:", one.pattern)
    for one in (_MIXED, _FIGURES, _CAPITALS)
)
"""Pattern of one amount in a clause, in figures or in Chinese numerals; it has no groups."""
_SIGN = re.compile(r"¥(\d+(?:\.\d+)?)([万萬亿億]?)[元圆]?")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PARTING = re.compile(r"[,;。、\n]|并处?(?=罚|没|处)")


@dataclass(frozen=True, slots=True)
class Stated:
    """One clause with its amounts in yuan; ``label`` is fine, confiscated, total, or empty; ``text`` is folded."""

    label: str
    figures: tuple[Decimal, ...]
    capitals: tuple[Decimal, ...]
    text: str = ""

    @property
    def amounts(self) -> frozenset[Decimal]:
        """Every amount of the clause."""
        return frozenset((*self.figures, *self.capitals))


def stated_amounts(text: str) -> list[Stated]:
    """The clauses that name a fine, a confiscation or their total together with an amount."""
    return [one for one in all_clauses(text) if one.label and one.amounts]


def all_clauses(text: str) -> list[Stated]:
    """Every clause, with or without a label and amounts."""
    return [Stated(_label(clause), *read_amounts(clause), clause) for clause in _clauses(text)]


def read_amounts(clause: str) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The amounts of a folded text in yuan: those in figures and those in Chinese numerals."""
    return _figures(clause), _capitals(clause)


def _clauses(text: str) -> list[str]:
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    folded = re.sub(r"(?<=\d),(?=\d{3})", "", folded)
    folded = _SIGN.sub(r"\1\2元", folded)
    folded = _IN_BRACKETS.sub(lambda match: re.sub("[,;。、]", " ", match[0]), folded)
    return [clause for clause in _PARTING.split(folded) if clause]


def _label(clause: str) -> str:
    if re.search("合计|共计|总计", clause):
        return "total"
    if "没收" in clause:
        return "confiscated"
    return "fine" if "罚款" in clause else ""


def _figures(clause: str) -> tuple[Decimal, ...]:
    found = []
    for mixed in _MIXED.findall(clause):
        amount = mixed_yuan(mixed)
        if amount is not None:
            found.append(amount)
    rest = _MIXED.sub("", clause)
    for number, marks in _FIGURES.findall(rest):
        try:
            found.append((Decimal(number) * scale(marks, "元", Decimal(1))).quantize(Decimal("0.01")))
        except InvalidOperation:
            continue
    return tuple(found)


def _capitals(clause: str) -> tuple[Decimal, ...]:
    rest = _FIGURES.sub("", _MIXED.sub("", clause))
    read = (chinese_yuan(text) for text in _CAPITALS.findall(rest))
    return tuple(amount for amount in read if amount is not None)
