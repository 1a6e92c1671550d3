"""Names and personal information in public text: how they are masked.

Which form is used is a setting (law.md 6.2: no national rule found); the default is surname + 某.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from privacy.detection import Hit, HitKind, detect, is_identity_of_a_person, mask
from privacy.detection.plain import NOTHING
from privacy.detection.shaping import MINOR, PERSONS, distinct, name_of, surname
from rules.naming import FULL, SURNAME

T = TypeVar("T")
CHILD = "child"  # no setting: the form of a minor of whom a text tells

_HAN_NAME = re.compile(r"^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]+(?:[·•・‧][\u3400-\u9fff]+)+$")
_NOTHING = re.compile(f"{NOTHING}+")
_HIDDEN_PERSON = "当事人"


def looks_personal(name: str) -> bool:
    """Whether a text has the shape of a person's name (2–4 Han characters, or a dotted one)."""
    return bool(_HAN_NAME.match(name))


def mask_name(name: str, form: str) -> str:
    """One name in one form."""
    if form == FULL or not name:
        return name
    if form == CHILD:
        return MINOR
    return f"{surname(name)}某" if form == SURNAME else _HIDDEN_PERSON


@dataclass(slots=True)
class Masker:
    """Masks the same names the same way through all texts of one record.

    Persons whose masked names would be equal are told apart by 甲, 乙, … in the order given. ``found`` gathers further
    persons of whom the texts tell for certain, each with a form; ``consistently`` masks them in every text.
    """

    pairs: dict[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    found: dict[str, str] = field(default_factory=dict)
    _given: tuple[tuple[str, str], ...] = ()
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Masker":
        """Build from (name, form) pairs; names in full form are left alone. Blanks in a name are none of it."""
        given = tuple((_squeeze(name), form) for name, form in names)
        wanted = {name: form for name, form in given if form != FULL and len(name) >= 2}
        masked = distinct({name: mask_name(name, form) for name, form in wanted.items()})
        known = frozenset(name for name, form in given if form == FULL).difference(wanted)
        return cls(masked, known, {}, given, _compile(masked))

    def __call__(self, text: str) -> str:
        """Mask every known name, and whatever certainly tells about a person."""
        text = self.names(text)
        if not text:
            return text
        # Representatives behind their title are never certain: without them the answer is the importer's, kept already.
        hits = [hit for hit in detect(text, (), False) if hit.certain and self._counts(hit)]
        self.found |= {name_of(hit): _form(hit) for hit in hits if hit.kind in PERSONS}
        return mask(text, hits, self.pairs.values())

    def consistently(self, build: Callable[["Masker"], T]) -> tuple[T, "Masker"]:
        """What ``build`` makes of a record's texts with this masker, and the masker that knows all their persons.

        A child is named in one text and called 15 years old in another: where texts told of persons they are masked
        once more.
        """
        made, masker = build(self), self
        while fresh := [(name, form) for name, form in masker.found.items() if name not in masker.pairs]:
            masker = Masker.of([*masker._given, *fresh])
            made = build(masker)
        return made, masker

    def _counts(self, hit: Hit) -> bool:
        """Names known in full are public as the settings say, but for a child's."""
        return hit.kind == HitKind.MINOR or name_of(hit) not in self.known

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


def _form(hit: Hit) -> str:
    return CHILD if hit.kind == HitKind.MINOR else SURNAME


def _squeeze(text: str) -> str:
    return _NOTHING.sub("", text)


def _compile(names: dict[str, str]) -> re.Pattern[str] | None:
    """Match names also when blanks stand between their characters; longer names first."""
    if not names:
        return None
    parts = [f"{NOTHING}*".join(re.escape(char) for char in name) for name in sorted(names, key=len, reverse=True)]
    return re.compile("|".join(parts))
