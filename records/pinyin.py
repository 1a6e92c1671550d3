"""Cut typed pinyin into syllables: ``jianzhu`` → jian zhu."""

from functools import cache

from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

MAX_LETTERS = 40
MAX_READINGS = 4


@cache
def known_syllables() -> frozenset[str]:
    """Every syllable that a Chinese character can have, without tones, ü written as v and as u."""
    spelled = {to_normal(reading, v_to_u=False) for readings in PINYIN_DICT.values() for reading in readings.split(",")}
    plain = {syllable for syllable in spelled if syllable.isascii() and syllable.isalpha()}
    return frozenset(syllable for syllable in plain if len(syllable) > 1 or syllable in "aeo")


def readings(word: str) -> list[tuple[str, ...]]:
    """All ways (four at most, fewest syllables first) to cut a word of letters into syllables; empty when none."""
    if not word.isascii() or not word.isalpha() or len(word) > MAX_LETTERS:
        return []
    nothing: list[tuple[str, ...]] = [()]
    found: list[list[tuple[str, ...]]] = [nothing, *([] for _ in word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            syllable = word[start:end]
            if found[start] and syllable in known_syllables():
                found[end] += [(*before, syllable) for before in found[start]]
        found[end] = sorted(found[end], key=len)[:MAX_READINGS]
    return found[-1]
