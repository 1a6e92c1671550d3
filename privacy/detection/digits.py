"""Numbers in running text, also such as are split by blanks, line breaks, hyphens, brackets or unseen characters."""

import re
from collections.abc import Iterator
from itertools import pairwise

from privacy.detection import numbers, words
from privacy.detection.hit import Hit, HitKind
from privacy.detection.plain import UNSEEN, before
from privacy.detection.runs import MOST_DIGITS, Group, runs

_YEAR_MONTH = re.compile(r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:\d\d)?$")
# 第…号, 〔2025〕…号: a number of a document, whatever its length.
_OF_DOCUMENT = re.compile(r"[第字〔〕\[\]【】﹝﹞）)]$")
_DECIMALS = re.compile(r"\.\d{1,6}(?![\d.])")
Found = tuple[HitKind, bool]


def find_numbers(text: str, original: str) -> Iterator[Hit]:
    """Hits of identity numbers, phones and bank cards. ``text`` is the plain writing of ``original``."""
    for groups in runs(text):
        for first, last, (kind, certain) in _of_run(groups, text):
            start, end = groups[first].start, groups[last].end
            yield Hit(start, end, kind, original[start:end], certain)


def _of_run(groups: list[Group], text: str) -> Iterator[tuple[int, int, Found]]:
    """First and last group of each number. Groups that are a number alone come first: they are not parts of another."""
    alone = {index: found for index, group in enumerate(groups) if (found := _one(group, text))}
    for index, found in alone.items():
        yield index, index, found
    here = 0
    while here < len(groups):
        last, found = _joined(groups, here, alone, text)
        if found is None:
            here += 1
            continue
        yield here, last, found
        here = last + 1


def _one(group: Group, text: str) -> Found | None:
    """What a group is by itself."""
    number = group.digits
    if len(number) < 10 or _is_document(text, group):
        return None
    certain = numbers.identity(number, text, group.start)
    if certain is not None:
        return HitKind.IDENTITY, certain
    if words.UNIT.match(text, group.end):
        return None
    if numbers.mobile(number):
        return (HitKind.MOBILE, True) if not _decimals(text, group.end) else None
    if numbers.landline(number):
        sure = numbers.phone_certainty(text, group.start)
        return None if sure is None else (HitKind.LANDLINE, sure)
    certain = None if _is_code(group, text) else numbers.card(number, text, group.start)
    return None if certain is None else (HitKind.BANK_CARD, certain)


def _is_code(group: Group, text: str) -> bool:
    """Whether a letter follows: 17 digits and a letter are a credit code, no card."""
    follows = text[group.end : group.end + 1]
    return follows.isascii() and follows.isalpha() and not words.BANK.search(before(text, group.start))


def _joined(groups: list[Group], first: int, alone: dict[int, Found], text: str) -> tuple[int, Found | None]:
    """The longest number that begins with this group and goes on behind a gap."""
    number, best, place = "", None, first
    for last in range(first, len(groups)):
        number += groups[last].digits
        if last in alone or len(number) > MOST_DIGITS:
            break
        if last > first and (found := _several(groups[first : last + 1], number, len(groups), text)):
            best, place = found, last
    return place, best


def _several(part: list[Group], number: str, of: int, text: str) -> Found | None:
    """What several groups are together; ``of`` is the number of groups in the run."""
    start, end, whole = part[0].start, part[-1].end, len(part) == of
    if len(number) < 10 or not (whole or len(part[0].digits) >= 3 or numbers.is_surely_identity(number)):
        return None
    between = {_gap(text[a.end : b.start]) for a, b in pairwise(part)}
    introduced = before(text, start)
    if _landline_shape(part, number):
        sure = numbers.phone_certainty(text, start)
        return None if sure is None else (HitKind.LANDLINE, sure)
    if words.UNIT.match(text, end) or _is_document(text, part[0], part[-1]):
        return None
    told = bool(words.IDENTITY.search(introduced))
    certain = numbers.identity(number, text, start) if len(number) in (15, 18) else None
    if certain is not None and (told or (len(number) == 18 and (whole or numbers.is_surely_identity(number)))):
        return HitKind.IDENTITY, certain
    if numbers.mobile(number) and (whole or len(part[0].digits) >= 3) and _evenly(part, between):
        looks_dated = len(part) == 2 and _YEAR_MONTH.match(part[1].digits) and not words.PHONE.search(introduced)
        return HitKind.MOBILE, not looks_dated
    if len(number) in numbers.CARD_LENGTHS and (whole or len(part[0].digits) >= 4) and between <= {" ", "-"}:
        certain = numbers.card(number, text, start)
        return None if certain is None else (HitKind.BANK_CARD, certain)
    return None


def _landline_shape(part: list[Group], number: str) -> bool:
    """0427-2818888, （0427）281 8888: the first group is the area code alone."""
    return len(part) <= 3 and 3 <= len(part[0].digits) <= 4 and number[0] == "0" and numbers.landline(number)


def _evenly(part: list[Group], between: set[str]) -> bool:
    """A decimal point stands alone, the points of a phone number come in twos."""
    return "." not in between or (between == {"."} and len(part) >= 3)


def _gap(text: str) -> str:
    """What a gap consists of, in one character."""
    seen = text.replace(UNSEEN, "")
    for char in ".(-·":
        if char in seen:
            return "-" if char == "·" else char
    return "(" if ")" in seen else " "


def _decimals(text: str, end: int) -> bool:
    return bool(_DECIMALS.match(text, end))


def _is_document(text: str, first: Group, last: Group | None = None) -> bool:
    """Whether the digits are the serial of a document: 第…号, 〔2025〕…号."""
    end = (last or first).end
    return text[end : end + 3].lstrip().startswith("号") and bool(
        _OF_DOCUMENT.search(text[max(0, first.start - 3) : first.start].rstrip())
    )
