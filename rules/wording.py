"""How dates and amounts of money are written on public pages, in Chinese and in English.

Amounts are whole fen (1/100 yuan) everywhere, so nothing is rounded on the way to the reader.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
LARGEST_FEN = 10**18 - 1


def is_chinese() -> bool:
    """Whether the active interface language is Chinese."""
    return (get_language() or "zh").startswith("zh")


def local_date(value: date | datetime) -> date:
    """The calendar day of a moment in the site's time zone; a plain date stays as it is."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def long_date(value: date | datetime) -> str:
    """2026年11月22日, or 22 November 2026 for readers of English."""
    day = local_date(value)
    if is_chinese():
        return chinese_date(day)
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def chinese_date(moment: date | datetime) -> str:
    """2026年11月22日, in whatever language the reader's screen is: for texts that are kept."""
    day = local_date(moment)
    return f"{day.year}年{day.month}月{day.day}日"


def enumerate_texts(texts: Iterable[str]) -> str:
    """罚款、警告, or with commas for readers of English."""
    return ("、" if is_chinese() else ", ").join(texts)


def long_term() -> str:
    """What stands for a date without end (2099-12-31 in the standard)."""
    return gettext("Long-term")


def yuan_digits(fen: int) -> str:
    """Thousands separated; decimals only where there are any: 3274000 → 32,740, 3274050 → 32,740.50."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan:,}" + (f".{rest:02d}" if rest else "")


def capital_yuan(fen: int) -> str:
    """The amount in the capital figures of documents: 3274000 → 叁万贰仟柒佰肆拾元整.

    Rules of 《支付结算办法》 annex 1: 整 after yuan or jiao, 零 for a gap between figures, never at the end of a group.
    Raises ValueError for a negative amount or one of 10^16 yuan and more.
    """
    if not 0 <= fen <= LARGEST_FEN:
        raise ValueError(f"no capital figures for {fen} fen")
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    whole = _capital_whole(yuan) + "元" if yuan else ""
    if not rest:
        return (whole or "零元") + "整"
    parts = whole
    if jiao:
        parts += DIGITS[jiao] + "角"
    elif whole:
        parts += DIGITS[0]
    return parts + (DIGITS[cents] + "分" if cents else "整")


def _capital_whole(number: int) -> str:
    """A positive whole number below 10^16 in capital figures."""
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text = ""
    gap = False
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += DIGITS[0]
        text += _capital_group(group) + _group_unit(groups, index)
        gap = False
    return text


def _group_unit(groups: list[int], index: int) -> str:
    """万, 亿 or, when no 亿 follows that would close it, 万亿."""
    if index == 3 and groups[2]:
        return "万"
    return GROUPS[index]


def _capital_group(group: int) -> str:
    """One to four digits, without zeros at either end: 3040 → 叁仟零肆拾."""
    text = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            text += (DIGITS[0] if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return text
