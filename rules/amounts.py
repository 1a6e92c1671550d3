"""Amounts of money as documents write them: figures with scales, Chinese numerals plain or 大写; always exact yuan."""

import re
from decimal import Decimal

_NUMERALS = {
    **dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两", (*range(1, 10), 2), strict=True)),
    **dict(zip("貳參陸", (2, 3, 6), strict=True)),
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_YI = 10**8
_BIG = {"万": 10**4, "萬": 10**4, "亿": _YI, "億": _YI}
_HAN = re.compile(
    r"^(?:人民币)?([〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億两貳參陸]+)(?:[元圆圓](.*))?$"
)
_ONE = "([〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖])"
_CENTS = re.compile(rf"^零?(?:{_ONE}角)?零?(?:{_ONE}分)?[整正]?$")


def scale(marks: str | None, yuan: str | None, default: Decimal) -> Decimal:
    """The factor of scale marks (百万 → 1,000,000); without any: 1 for a text that names yuan, else ``default``."""
    if not marks:
        return Decimal(1) if yuan else default
    factor = Decimal(1)
    for mark in marks:
        factor *= _BIG.get(mark) or _TENS[mark]
    return factor


def mixed_yuan(text: str) -> Decimal | None:
    """Digits with scales in between: 1万2千元, 3亿5000万元."""
    parts: list[tuple[str, str]] = re.findall(r"(\d+(?:\.\d+)?)([亿億万萬千仟百佰十拾]?)", text.rstrip("元圆整"))
    if len(parts) < 2 or "".join(number + mark for number, mark in parts) != text.rstrip("元圆整"):
        return None
    total = Decimal(0)
    previous = None
    for number, mark in parts:
        factor = Decimal(_BIG.get(mark) or _TENS.get(mark) or 1)
        if previous is not None and factor >= previous:
            return None
        total += Decimal(number) * factor
        previous = factor
    return total


def chinese_yuan(text: str) -> Decimal | None:
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
    total = section = 0
    digit: int | None = None
    seen = False
    for mark in text:
        if mark in _NUMERALS:
            if digit:
                return None  # 三五 is no number, and 五〇〇〇 none that is read as nothing
            digit, seen = _NUMERALS[mark], True
        elif mark in _TENS:
            section += _count(digit, mark) * _TENS[mark]
            digit, seen = None, True
        else:
            carried = section + (digit or 0) + (total if _BIG[mark] == _YI else 0)
            total = carried * _BIG[mark] + (0 if _BIG[mark] == _YI else total)
            section, digit = 0, None
    return Decimal(total + section + (digit or 0)) if seen else None


def _count(digit: int | None, mark: str) -> int:
    """一百十五 and 一千零十五 leave the one of their ten out; 零拾 fills a place of a printed form."""
    return 1 if digit is None or (digit == 0 and mark == "十") else digit
