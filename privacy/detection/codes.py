"""Plate numbers (GA 36), e-mail addresses, numbers of real estate certificates."""

import re
from collections.abc import Iterator

from privacy.detection import words
from privacy.detection.hit import Hit, HitKind
from privacy.detection.plain import UNSEEN, before, squeeze

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_ANY = rf"[ {UNSEEN}]{{0,3}}"
_CHAR = rf"{_ANY}[0-9A-HJ-NP-Za-hj-np-z]"
# Five characters after the letter, six for new energy; the last may be a word (挂, 学, 警 …).
_PLATE = re.compile(
    rf"[{_PROVINCES}]{_ANY}[A-HJ-NP-Za-hj-np-z]{_ANY}(?P<mark>[·.\-]?)"
    rf"(?P<signs>(?:{_CHAR}){{5,6}}|(?:{_CHAR}){{4}}{_ANY}[挂学警港澳领试超])(?![0-9A-Za-z])"
)
_NEW_ENERGY = re.compile(r"[A-HJK][0-9A-HJ-NP-Z][0-9]{4}|[0-9]{5}[A-HJK]")
# Cranes and hoists on sites are registered as 辽L-T00317 (建筑起重机械备案登记办法).
_OF_CRANE = re.compile(r"(?:备案|登记|产权|设备|起重机|塔吊|塔机|升降机|提升机)[^,。;0-9A-Za-z]{0,6}$")
_PLATE_DIGITS = 2  # a plate has at least two digits; 云ABCDEFG is a brand
_LOCAL = re.compile(r"[A-Za-z0-9._%+\-]")
_DOMAIN = re.compile(rf"[ {UNSEEN}]?((?:[A-Za-z0-9\-]{{1,63}}{UNSEEN}?\.){{1,5}}[A-Za-z]{{2,24}})")
_OFFICIAL = re.compile(r"(?:^|\.)gov\.cn$", re.IGNORECASE)
_PROPERTY = re.compile(
    rf"(?:[{_PROVINCES}]\s?\(?\d{{4}}\)?[^\d\s,，。;；]{{0,14}})?"
    rf"(?:不动产权|不动产登记证明|房权证|房产证|房屋所有权证|土地使用权证|国有土地使用证|宅基地使用证)"
    rf"[^\d\n,，。;；]{{0,12}}(\d(?:[\s{UNSEEN}\-]{{0,2}}\d){{3,17}})号?"
)
_SERIALS = ("产权", "产登记", "房权证", "房产证", "所有权证", "使用权证", "使用证")


def find_plates(text: str, original: str) -> Iterator[Hit]:
    """Plates of cars. Which company or person owns one is not asked: none is needed to understand a decision."""
    for match in _PLATE.finditer(text):
        certain = _plate(match, text)
        if certain is not None:
            yield Hit(match.start(), match.end(), HitKind.PLATE, original[match.start() : match.end()], certain)


def _plate(match: re.Match[str], text: str) -> bool | None:
    """Certain, doubtful (six signs that no series of plates has) or no plate."""
    signs = squeeze(match["signs"]).upper()
    if sum(char.isdigit() for char in match.group()) < _PLATE_DIGITS:
        return None
    fits = len(signs) == 5 or bool(_NEW_ENERGY.fullmatch(signs))
    if match["mark"] == "-" and (not fits or _OF_CRANE.search(before(text, match.start()))):
        return None
    return fits


def find_emails(text: str, original: str) -> Iterator[Hit]:
    """E-mail addresses, except an office's own."""
    place = text.find("@")
    while place >= 0:
        start = place
        while start > 0 and text[start - 1] in f" {UNSEEN}" and place - start < 1:
            start -= 1
        blank = start
        while start > 0 and blank - start < 64 and (_LOCAL.match(text[start - 1]) or text[start - 1] == UNSEEN):
            start -= 1
        domain = _DOMAIN.match(text, place + 1)
        if domain and start < blank and not _is_official(domain.group(1), text, start):
            yield Hit(start, domain.end(), HitKind.EMAIL, original[start : domain.end()], True)
        place = text.find("@", place + 1)


def find_certificates(text: str, original: str) -> Iterator[Hit]:
    """Numbers of certificates that say what somebody owns."""
    if not any(word in text for word in _SERIALS):
        return
    for match in _PROPERTY.finditer(text):
        yield Hit(match.start(), match.end(), HitKind.PROPERTY, original[match.start() : match.end()], True)


def _is_official(domain: str, text: str, start: int) -> bool:
    return bool(_OFFICIAL.search(domain.replace(UNSEEN, "")) or words.OFFICE.search(before(text, start, 12)))
