"""Words of a closed list in a cell, read through the editable vocabularies."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from records.types.columns.tidy import fold

_SEPARATORS = re.compile(r"[、,，;；/|\n+＋&]|并处|并且|以及|\s")


@dataclass(frozen=True, slots=True)
class Words:
    """One vocabulary as importers read it: folded spelling → code; longest spelling first where one begins another."""

    codes: Mapping[str, str]

    @classmethod
    def of(cls, spellings: Iterable[tuple[str, str]]) -> "Words":
        """From (spelling, code) pairs."""
        return cls({fold(spelling): code for spelling, code in spellings if fold(spelling)})

    def exact(self, text: str) -> str:
        """The code a text stands for; empty when unknown."""
        return self.codes.get(fold(text), "")

    def split(self, text: str) -> tuple[tuple[str, ...], str]:
        """Read several words divided by any separator; returns codes in the order written, and what was no word.

        Spellings that hold a separator themselves (暂扣许可证、执照) are taken before the text is divided; an amount
        behind a word (罚款2000元) belongs to it.
        """
        rest = fold_keeping_separators(text)
        found: list[tuple[int, str]] = []
        for spelling in sorted((s for s in self.codes if _SEPARATORS.search(s)), key=len, reverse=True):
            at = rest.find(spelling)
            if at >= 0:
                found.append((at, self.codes[spelling]))
                rest = rest[:at] + "、" * len(spelling) + rest[at + len(spelling) :]
        unknown: list[str] = []
        at = 0
        for piece in re.split(f"({_SEPARATORS.pattern})", rest):
            code = self._word(piece)
            if code:
                found.append((at, code))
            elif piece and not _SEPARATORS.fullmatch(piece):
                unknown.append(piece)
            at += len(piece)
        codes = tuple(dict.fromkeys(code for _at, code in sorted(found)))
        return codes, "、".join(unknown)

    def _word(self, piece: str) -> str:
        if not piece or piece in self.codes:
            return self.codes.get(piece, "")
        bare = re.sub(r"^(?:处以|处|给予|并)", "", piece)
        bare = re.sub(r"(?:人民币)?[\d.,]+(?:万|百|千|亿)*元?整?$", "", bare)
        return self.codes.get(bare, "")


def fold_keeping_separators(text: str) -> str:
    """Half width, runs of blanks as one, so that a blank still divides."""
    return " ".join(fold(piece) for piece in text.split())
