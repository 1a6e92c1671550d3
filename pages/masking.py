"""Names and personal information in public text: how they are masked.

Which form is used is a setting (law.md 6.2: no national rule found); the default is surname + 某.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pages.detection import detect, is_identity_of_a_person, mask
from pages.detection.shaping import surname

FULL, SURNAME, HIDDEN = "full", "surname", "hidden"

_HAN_NAME = re.compile(r"^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]+(?:[·•・‧][\u3400-\u9fff]+)+$")
_ORDER = "甲乙丙丁戊己庚辛壬癸"
_HIDDEN_PERSON = "当事人"


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """How names are shown: ``full``, ``surname`` (姓+某) or ``hidden``, by role."""

    person: str = SURNAME
    sole_trader: str = FULL
    representative: str = FULL
    officer: str = FULL

    def for_category(self, category: str) -> str:
        """The form for a party of this category (code of the vocabulary party_category)."""
        return {"person": self.person, "sole_trader": self.sole_trader}.get(category, FULL)


def looks_personal(name: str) -> bool:
    """Whether a text has the shape of a person's name (2–4 Han characters, or a dotted one)."""
    return bool(_HAN_NAME.match(name))


def mask_name(name: str, form: str) -> str:
    """One name in one form."""
    if form == FULL or not name:
        return name
    return f"{surname(name)}某" if form == SURNAME else _HIDDEN_PERSON


@dataclass(slots=True)
class Masker:
    """Masks the same names the same way through all texts of one record.

    Two persons whose masked names would be equal are told apart by 甲, 乙, … in the order given.
    """

    pairs: dict[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Masker":
        """Build from (name, form) pairs; names in full form are left alone."""
        names = list(names)
        wanted = {name: form for name, form in names if form != FULL and len(name) >= 2}
        masked = {name: mask_name(name, form) for name, form in wanted.items()}
        twins = Counter(masked.values())
        seen: Counter[str] = Counter()
        for name, shown in masked.items():
            if twins[shown] > 1:
                masked[name] = f"{shown}{_ORDER[seen[shown] % len(_ORDER)]}"
                seen[shown] += 1
        return cls(masked, frozenset(name for name, form in names if form == FULL), _compile(masked))

    def __call__(self, text: str) -> str:
        """Mask every known name, and whatever certainly tells about a person."""
        text = self.names(text)
        # Representatives behind their title are never certain: without them the answer is the importer's, kept already.
        return mask(text, (hit for hit in detect(text, self.known, False) if hit.certain)) if text else text

    def names(self, text: str) -> str:
        """Mask the known names alone."""
        if not text or self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self.pairs[_squeeze(match.group())], text)

    def code(self, text: str) -> str:
        """Mask a value that is a number by its nature (of a permit, of an office): only what is surely an identity.

        The number of a construction permit is division, date and serial, shaped like an identity number; the date of
        a permit makes nobody of 14 years.
        """
        text = self.names(text)
        return mask(text, (hit for hit in detect(text, self.known) if is_identity_of_a_person(hit))) if text else text


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\ufeff]+", "", text)


def _compile(names: dict[str, str]) -> re.Pattern[str] | None:
    """Match names also when blanks stand between their characters; longer names first."""
    if not names:
        return None
    gap = r"[\s\u200b-\u200f\ufeff]*"
    parts = [gap.join(re.escape(char) for char in name) for name in sorted(names, key=len, reverse=True)]
    return re.compile("|".join(parts))
