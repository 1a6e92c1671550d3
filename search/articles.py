"""Articles of law in queries: 第七条 and 第7条 mean the same, brackets around the title of a law mean nothing."""

import re

_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"第?([0-9]{1,4}|[零〇一二三四五六七八九十百千]{1,9})条")
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def to_chinese(number: int) -> str:
    """1–9999 as in the text of a law: 64 → 六十四, 110 → 一百一十, 12 → 十二."""
    words, rest, gap = "", number, False
    for size, unit in _UNITS:
        count, rest = divmod(rest, size)
        if count:
            words += ("零" if gap else "") + _DIGITS[count] + unit
            gap = False
        elif words:
            gap = bool(rest)
    words += ("零" if gap and rest else "") + (_DIGITS[rest] if rest else "")
    return words.removeprefix("一") if 10 <= number < 20 else words


def to_number(words: str) -> int:
    """The other way: 六十四 → 64."""
    total, digit = 0, 0
    for char in words.replace("〇", "零"):
        unit = next((size for size, name in _UNITS if name == char), 0)
        if unit:
            total += (digit or 1) * unit
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


def spellings(word: str) -> list[str]:
    """The word with its article in Chinese and in Arabic numerals; empty when it names no article."""
    match = _ARTICLE.search(word)
    if not match:
        return []
    number = int(match[1]) if match[1].isdigit() else to_number(match[1])
    if not 1 <= number <= 9999:
        return []
    before, after = word[: match.start()], word[match.end() :]
    return [f"{before}第{numeral}条{after}" for numeral in (to_chinese(number), str(number))]
