"""Numbers of articles (第五十七条第一款第三项): checked, brought into one form, put in order (《立法技术规范》)."""

import re

from rules.amounts import chinese_yuan

_HAN = "[零一二三四五六七八九十百千]{1,9}"
_SHAPE = re.compile(
    rf"^第(?P<article>{_HAN})条(?:之(?P<of>{_HAN}))?(?:第(?P<paragraph>{_HAN})款)?(?:第(?P<item>{_HAN})项)?$"
)


def tidy_article(text: str) -> str:
    """One form: no blanks, no brackets round the numeral of an item, 零 for 〇."""
    tight = "".join(text.split()).replace("〇", "零")
    return re.sub(rf"第?[（(]({_HAN})[)）]项?", r"第\1项", tight)


def sort_key(text: str) -> str:
    """A text by which articles stand in the order of the law; empty when the number cannot be read.

    第五十七条之一第二款 becomes ``0057.01.02.00``.
    """
    found = _SHAPE.match(tidy_article(text))
    if found is None:
        return ""
    article, *rest = (_value(found[name]) for name in ("article", "of", "paragraph", "item"))
    return ".".join([f"{article:04d}", *(f"{number:02d}" for number in rest)])


def _value(numeral: str | None) -> int:
    """五十七 → 57; nothing → 0."""
    return int(chinese_yuan(numeral or "") or 0)
