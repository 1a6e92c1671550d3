"""All detectors over one text."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from privacy.detection.addresses import find_addresses
from privacy.detection.codes import find_certificates, find_emails, find_plates
from privacy.detection.digits import find_numbers
from privacy.detection.hit import Hit, HitKind, settle
from privacy.detection.numbers import is_surely_identity
from privacy.detection.persons import find_persons
from privacy.detection.plain import plain, squeeze

_SHORT = 2000  # characters
_SIGN = re.compile(r"[^0-9Xx]+")
_ENOUGH_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,6}[0-9]){9}")


def detect(text: str, known: Container[str] = (), representatives: bool = True) -> list[Hit]:
    """Hits in order, without overlaps.

    ``known``: names that are dealt with otherwise (the parties), or numbers that are public (phones of the bureau).
    ``representatives``: whether names of legal representatives count.
    """
    if not text:
        return []
    found = _remembered(text, representatives) if len(text) <= _SHORT else _settled(text, representatives)
    return [hit for hit in found if squeeze(plain(hit.text)) not in known]


def _settled(text: str, representatives: bool) -> tuple[Hit, ...]:
    return tuple(settle(_all(plain(text), text, representatives)))


# Rows of one file quote the same law, and every text is asked about before, while and after it is written.
_remembered = lru_cache(maxsize=4096)(_settled)


def is_identity_of_a_person(hit: Hit) -> bool:
    """Whether a hit is an identity number beyond doubt: check digit right, of someone of at least 14 years."""
    number = _SIGN.sub("", plain(hit.text)).upper()
    return hit.kind == HitKind.IDENTITY and is_surely_identity(number)


def _all(text: str, original: str, representatives: bool) -> Iterator[Hit]:
    if _ENOUGH_DIGITS.search(text):
        yield from find_numbers(text, original)
    if "@" in text:
        yield from find_emails(text, original)
    yield from find_plates(text, original)
    yield from find_certificates(text, original)
    yield from find_addresses(text, original)
    yield from find_persons(text, original, representatives)
