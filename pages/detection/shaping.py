"""A hit as the public reads it: what remains says what stood there, never whose it was."""

import re
from collections.abc import Iterable

from pages.detection.hit import Hit, HitKind
from pages.detection.plain import plain, squeeze
from pages.detection.surnames import COMPOUND

# Characters kept at the beginning and at the end of a number.
_KEPT = {
    HitKind.IDENTITY: (2, 2),
    HitKind.MOBILE: (3, 4),
    HitKind.LANDLINE: (4, 2),
    HitKind.BANK_CARD: (4, 4),
    HitKind.PLATE: (2, 1),
    HitKind.PROPERTY: (0, 0),
}
_NO_SIGN = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]+")
_REGION = re.compile(r"^.{0,24}?(?:自治县|自治旗|[县旗区])|^.{0,16}?市")
_SERIAL = re.compile(r"\d(?:\D{0,2}\d){3,}(?=\D*$)")


def mask(text: str, hits: Iterable[Hit]) -> str:
    """The text with every hit masked. Hits are in order and do not overlap."""
    parts, last = [], 0
    for hit in hits:
        parts += [text[last : hit.start], masked(hit)]
        last = hit.end
    return "".join([*parts, text[last:]])


def masked(hit: Hit) -> str:
    """One hit as it is shown."""
    text = squeeze(plain(hit.text))
    if hit.kind in (HitKind.NAME, HitKind.MINOR):
        return "某某" if hit.kind == HitKind.MINOR else f"{surname(text)}某"
    if hit.kind == HitKind.EMAIL:
        local, _at, domain = text.partition("@")
        return f"{local[:1]}***@{domain}"
    if hit.kind == HitKind.ADDRESS:
        region = _REGION.match(text)
        return f"{region.group() if region else ''}****"
    if hit.kind == HitKind.PROPERTY:
        return _SERIAL.sub("****", text)
    first, end = _KEPT[hit.kind]
    signs = _NO_SIGN.sub("", text)
    return f"{signs[:first]}{'*' * max(3, len(signs) - first - end)}{signs[len(signs) - end :]}"


def surname(name: str) -> str:
    """The surname of a Chinese personal name; of a dotted or foreign name its first character."""
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND else name[:1]
