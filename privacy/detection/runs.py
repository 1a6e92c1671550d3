"""Runs of digits: groups with what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy.detection.plain import GAP, UNSEEN

_RUN = re.compile(rf"[0-9](?:{GAP}{{0,6}}[0-9])*(?:{GAP}{{0,2}}[Xx](?![0-9A-Za-z]))?")
_GROUP = re.compile(rf"[0-9Xx]+(?:{UNSEEN}+[0-9Xx]+)*")
_LETTERS_AROUND = 12
MOST_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Group:
    """Digits (with a last X) that stand together in the plain text."""

    start: int
    end: int
    digits: str


def runs(text: str, least: int = 10) -> Iterator[list[Group]]:
    """Groups of each run with at least so many digits; a code of letters and digits is left out."""
    for match in _RUN.finditer(text):
        if match.end() - match.start() < least:
            continue
        groups = [
            Group(match.start() + one.start(), match.start() + one.end(), one.group().replace(UNSEEN, "").upper())
            for one in _GROUP.finditer(match.group())
        ]
        if groups and _continues(text, groups[0].start, -1):
            groups = groups[1:]
        if groups and _continues(text, groups[-1].end, 1):
            groups = groups[:-1]
        if sum(len(group.digits) for group in groups) >= least:
            yield groups


def _continues(text: str, place: int, step: int) -> bool:
    """Whether digits follow beyond the letters that touch a place: one code of both (a credit code)."""
    here = place if step > 0 else place - 1
    letters = 0
    while 0 <= here < len(text) and letters < _LETTERS_AROUND and text[here].isascii() and text[here].isalpha():
        here += step
        letters += 1
    return letters > 0 and 0 <= here < len(text) and text[here].isascii() and text[here].isdigit()
