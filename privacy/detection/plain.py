"""A text in plain writing, character for character: every offset stays true.

Full-width forms and the decimal digits of other scripts become ASCII, dashes and blanks become one of each, and what
cannot be seen becomes ``UNSEEN``. A number that was written out in Chinese digits becomes digits too.
"""

import re
import sys
from functools import cache

UNSEEN = "\u200b"
# Between the digits of one number people write these; a detector decides what it believes.
GAP = rf"[\s{UNSEEN}\-().·]"
_UNSEEN_RANGES = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x20E3, 0x20E3),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)
# Blanks and what cannot be seen, as they are typed: a class of a regular expression.
NOTHING = "[\\s" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN_RANGES) + "]"
# Translating character by character is slow; most texts have no other wide sign than these.
_USUAL = tuple(zip("，：；（）！？", ",:;()!?", strict=True))
_ODD = re.compile(r"[^\x00-\x7f\u3400-\u9fff\u3001-\u301f\u2018-\u201d\u2026\u00b7]")
_DASHES = "‐‑‒–—―−﹣⁃"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800"
_CHINESE = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789")
# Eleven are a telephone number; no amount and no date has so many digits without a unit between.
_WRITTEN_OUT = re.compile(r"[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}")


def plain(text: str) -> str:
    """The text in plain writing, of the same length."""
    if text.isascii():
        return text
    for wide, narrow in _USUAL:
        text = text.replace(wide, narrow)
    if _ODD.search(text):
        text = text.translate(_table())
    return _WRITTEN_OUT.sub(lambda match: match.group().translate(_CHINESE), text)


@cache
def _table() -> dict[int, str]:
    """Code point to its plain character."""
    table = {point: str(int(chr(point))) for point in range(0x80, sys.maxunicode) if chr(point).isdecimal()}
    table |= {point: chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F)}
    table |= {ord(char): "-" for char in _DASHES}
    table |= {ord(char): " " for char in _BLANKS}
    table |= {ord(char): "·" for char in "•・‧∙⋅"}
    table |= {point: UNSEEN for first, last in _UNSEEN_RANGES for point in range(first, last + 1)}
    return table


def before(text: str, start: int, length: int = 16) -> str:
    """What stands before a place, without blanks and unseen characters."""
    return squeeze(text[max(0, start - length - 4) : start])[-length:]


def squeeze(text: str) -> str:
    """Without blanks and unseen characters."""
    return _BLANK.sub("", text)


_BLANK = re.compile(rf"[\s{UNSEEN}]+")
