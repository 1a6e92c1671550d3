"""Numbers of official documents (文书号, 发文字号): read any written form, compare by one.

GB/T 9704 writes 机关代字〔年〕序号号 with six-cornered brackets, the full year and a serial without 第 and without
leading zeros. Real numbers vary, so a number is shown as written and compared in its normalised form.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

_OPEN = "〔[（(【{〈《「﹝［〖❲"
_CLOSE = "〕]）)】}〉》」﹞］〗❳"
_BRACKETS = str.maketrans({**dict.fromkeys(_OPEN, "〔"), **dict.fromkeys(_CLOSE, "〕")})
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－﹣", "-"))
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}
_SHAPE = re.compile(
    r"^(?P<mark>[^〔〕]*)〔(?P<year>(?:19|20)\d\d)年?〕(?P<words>[^\d〔〕]*)(?P<serial>\d+(?:-\d+)*)(?P<tail>[^\d〔〕]{0,4}?)号?$"
)
# The same inside a text, after a bracket: blanks may stand between its parts, and what follows is no part of it.
_INSIDE = re.compile(
    r"〔 *(?P<year>(?:19|20)\d\d) *年? *〕 *(?P<words>[^\W\d_号]{0,6}?) *\d+(?: ?- ?\d+)*"
    r"(?:(?:[A-Z]{1,2}|[甲乙丙丁]|之[一二三四五六七八九十]{1,2})(?= *号))?(?: *号)?"
)
_MARK_LENGTH = 24


class UnreadableNumberError(ValueError):
    """The text is no document number; the message says so in the reader's language."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number in its parts.

    ``raw`` is what was written (outer blanks removed), ``normalised`` the form to compare by,
    ``agency_mark`` the 机关代字 (may be empty), ``year`` four digits, ``serial`` without leading zeros
    (``2-306`` for a double serial; words between bracket and serial belong to ``normalised`` only).
    """

    raw: str
    normalised: str
    agency_mark: str
    year: int
    serial: str

    @property
    def parts(self) -> list[str]:
        """The parts a reader may type alone: mark, year, serial."""
        return [part for part in (self.agency_mark, str(self.year), self.serial) if part]


def fold_number(text: str) -> str:
    """Fold spelling only (width, brackets, blanks, hyphens, case), also for a part of a number; never fails."""
    folded = unicodedata.normalize("NFKC", text.translate(_BRACKETS)).translate(_BRACKETS).translate(_HYPHENS)
    return "".join(char for char in folded if unicodedata.category(char) not in _INVISIBLE).upper()


@lru_cache(maxsize=8192)
def parse_number(text: str) -> DocumentNumber:
    """Read a document number in any real form.

    Raises ``UnreadableNumberError`` when year or serial cannot be told.
    """
    folded = fold_number(text)
    match = _SHAPE.match(folded)
    if not match:
        raise UnreadableNumberError(
            _("“%(text)s” is not a document number such as 兴住建罚决字〔2026〕1号.") % {"text": text.strip()[:80]}
        )
    words = match["words"].removesuffix("第").removeprefix("第")
    serial = "-".join(run.lstrip("0") or "0" for run in match["serial"].split("-"))
    normalised = f"{match['mark']}〔{match['year']}〕{words}{serial}{match['tail']}号"
    return DocumentNumber(text.strip(), normalised, match["mark"], int(match["year"]), f"{serial}{match['tail']}")


def normalise_number(text: str) -> str:
    """Give the form by which numbers are compared; raises ``UnreadableNumberError``."""
    return parse_number(text).normalised


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that stands in a text: its place, and itself with the letters before its bracket as its mark.

    Where the mark begins cannot be told (查询兴住建罚决字〔2026〕1号): it is one of the ends of ``number``'s mark.
    ``apart`` tells that a blank stands before the bracket, so that there may be no mark at all.
    """

    start: int
    end: int
    number: DocumentNumber
    apart: bool = False

    @property
    def forms(self) -> list[str]:
        """The normalised numbers that can be meant, the longest mark first."""
        mark = self.number.agency_mark
        rest = self.number.normalised.removeprefix(mark)
        return [mark[place:] + rest for place in range(max(1, len(mark) - 1))]


def find_numbers(text: str) -> list[FoundNumber]:
    """The document numbers inside a text, in any bracket form, with anything before and behind them."""
    spelled = "".join(_spell(char) for char in text)
    found: list[FoundNumber] = []
    for match in _INSIDE.finditer(spelled):
        start = _start_of_mark(spelled, match.start(), found[-1].end if found else 0)
        try:
            number = parse_number(spelled[start : match.end()])
        except UnreadableNumberError:
            continue
        found.append(FoundNumber(start, match.end(), number, spelled[match.start() - 1 : match.start()] == " "))
    return found


def _start_of_mark(spelled: str, bracket: int, border: int) -> int:
    """Back over blanks, then over the letters that stand together."""
    place = bracket
    while place > border and spelled[place - 1] == " ":
        place -= 1
    end = place
    while place > max(border, end - _MARK_LENGTH) and spelled[place - 1].isalnum():
        place -= 1
    return place if place < end else bracket


def _spell(char: str) -> str:
    """``fold_number`` of one character, so that places stay; what has no width of its own becomes a blank."""
    folded = fold_number(char)
    return folded if len(folded) == 1 else char if folded else " "
