"""How text is cut so that any fragment of it can be found: character bigrams across Chinese, letters and digits.

Measured on Chinese text: for arbitrary fragments of 2–6 characters a dictionary finds 20–70 %, bigrams find all. Digits
kept as whole words lose 路442 and parts of numbers, so bigrams run across letters and digits too.
All engines use these functions for records and for queries, so that they find the same.
"""

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from records.pinyin import known_syllables

_HAN_ONLY = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]*")
_OTHER = re.compile(r"[^\u3400-\u9fff\uf900-\ufaff]")


@cache
def _traditional() -> OpenCC:
    return OpenCC("t2s")


class _Fold(dict[int, str]):
    """Character by character (so that places in a text stay the same): width, case, traditional to simplified."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKC", char).lower()
        folded = _traditional().convert(plain if len(plain) == 1 else char)
        self[code] = folded if len(folded) == 1 else char
        return self[code]


class _Squeeze(dict[int, str | None]):
    """The same, and everything that is neither letter nor digit goes away."""

    def __missing__(self, code: int) -> str | None:
        folded = _FOLD[code]
        self[code] = folded if folded.isalnum() else None
        return self[code]


class _Spread(dict[int, str]):
    """The same; a letter or digit gets blanks around it, and a blank stands for everything else."""

    def __missing__(self, code: int) -> str:
        folded = _FOLD[code]
        self[code] = folded if _HAN_ONLY.fullmatch(folded) else f" {folded} " if folded.isalnum() else " "
        return self[code]


_FOLD, _SQUEEZE, _SPREAD = _Fold(), _Squeeze(), _Spread()


def fold(text: str) -> str:
    """Spell alike what reads alike; the result has the same length, so places in it are places in ``text``."""
    return text.translate(_FOLD)


def squeeze(text: str) -> str:
    """Folded letters and digits only, joined: ``（2026） 第1号`` → ``2026第1号``."""
    return text.translate(_SQUEEZE)


def bigrams(text: str) -> list[str]:
    """The pairs of neighbours of the squeezed text, each once, in order."""
    plain = squeeze(text)
    return list(dict.fromkeys(plain[place : place + 2] for place in range(len(plain) - 1)))


def grams(text: str) -> list[str]:
    """What an index without positions holds of a text, with repetitions.

    All pairs of neighbours; the last character alone, so that a prefix finds each character; and triples around letters
    and digits, because pairs of digits are in every record and would find far too much.
    """
    plain = squeeze(text)
    pairs = [plain[place : place + 2] for place in range(len(plain))]
    return pairs + [plain[place : place + 3] for place in _triples(plain)]


def query_grams(text: str) -> list[str]:
    """What to ask of such an index for a text of at least two characters: triples where they exist, else pairs."""
    plain = squeeze(text)
    triples = _triples(plain)
    covered = {place + step for place in triples for step in (0, 1)}
    pairs = [plain[place : place + 2] for place in range(len(plain) - 1) if place not in covered]
    return list(dict.fromkeys([*(plain[place : place + 3] for place in triples), *pairs]))


def _triples(plain: str) -> list[int]:
    """Where the triples begin that hold a letter or digit."""
    others = (match.start() for match in _OTHER.finditer(plain))
    near = {place for other in others for place in (other - 2, other - 1, other)}
    return sorted(place for place in near if 0 <= place <= len(plain) - 3)


def is_chinese(text: str) -> bool:
    """Nothing but Chinese characters?"""
    return bool(_HAN_ONLY.fullmatch(squeeze(text)))


def fragments(text: str) -> str:
    """Text for Elasticsearch's standard tokenizer: a blank around each letter and digit, so bigrams run across."""
    return " ".join(text.translate(_SPREAD).split())


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """Pinyin without tones of the Chinese characters of a text, letters as they are."""
    runs = lazy_pinyin(squeeze(text), style=Style.NORMAL)  # what is no Chinese comes back as one run
    return tuple(part for run in runs for part in ([run] if run in known_syllables() else run))


def spoken(title: str, names: list[str]) -> list[tuple[str, ...]]:
    """Pinyin of a record: its title, and the names that do not stand in it."""
    return [syllables(text) for text in (title, *(name for name in dict.fromkeys(names) if name not in title))]
