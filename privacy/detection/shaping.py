"""A hit as the public reads it: what remains says what stood there, never whose it was."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from privacy.detection.hit import Hit, HitKind
from privacy.detection.plain import plain, squeeze
from privacy.detection.surnames import COMPOUND

# Characters kept at the beginning and at the end of a number.
_KEPT = {
    HitKind.IDENTITY: (2, 2),
    HitKind.MOBILE: (3, 4),
    HitKind.LANDLINE: (4, 2),
    HitKind.BANK_CARD: (4, 4),
    HitKind.PLATE: (2, 1),
    HitKind.PROPERTY: (0, 0),
}
PERSONS = (HitKind.NAME, HitKind.MINOR)
MINOR = "某某"  # a minor keeps not even the surname
STEMS = "甲乙丙丁戊己庚辛壬癸"
_NO_SIGN = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]+")
_REGION = re.compile(r"^.{0,24}?(?:自治县|自治旗|[县旗区])|^.{0,16}?市")
_SERIAL = re.compile(r"\d(?:\D{0,2}\d){3,}(?=\D*$)")


def mask(text: str, hits: Iterable[Hit], taken: Collection[str] = ()) -> str:
    """The text with every hit masked. Hits are in order and do not overlap.

    Two persons get two forms, and none a form that is ``taken`` by somebody of whom other texts tell.
    """
    hits = list(hits)
    names = distinct({name_of(hit): masked(hit) for hit in hits if hit.kind in PERSONS}, taken)
    parts, last = [], 0
    for hit in hits:
        parts += [text[last : hit.start], names[name_of(hit)] if hit.kind in PERSONS else masked(hit)]
        last = hit.end
    return "".join([*parts, text[last:]])


def masked(hit: Hit) -> str:
    """One hit as it is shown. Brackets and commas inside a number stay: they may belong to the sentence."""
    if hit.kind in PERSONS:
        return MINOR if hit.kind == HitKind.MINOR else f"{surname(name_of(hit))}某"
    if hit.kind == HitKind.EMAIL:
        local, _at, domain = squeeze(plain(hit.text)).partition("@")
        return f"{local[:1]}***@{domain}"
    if hit.kind == HitKind.ADDRESS:
        return _region(hit.text) + "****"
    if hit.kind == HitKind.PROPERTY:
        return _SERIAL.sub("****", hit.text)
    return _signs(hit)


def distinct(shown: Mapping[str, str], taken: Collection[str] = ()) -> dict[str, str]:
    """Name → masked form, with 甲, 乙, … behind the forms that several persons share, in the order given."""
    twins = Counter(shown.values())
    further = {form: _numbered(form) for form in twins}
    return {
        name: next(one for one in further[form] if one not in taken) if twins[form] > 1 or form in taken else form
        for name, form in shown.items()
    }


def _numbered(form: str) -> Iterator[str]:
    return (form + ordinal(place) for place in count())


def ordinal(place: int) -> str:
    """甲 … 癸 for 0 … 9, then 甲甲, 甲乙 …: a figure would run into the numbers of the text."""
    letters = ""
    while place >= 0:
        letters = STEMS[place % len(STEMS)] + letters
        place = place // len(STEMS) - 1
    return letters


def name_of(hit: Hit) -> str:
    """The name as it is known elsewhere: in plain writing, without blanks."""
    return squeeze(plain(hit.text))


def _region(text: str) -> str:
    """The beginning of an address down to its district, as it was typed."""
    seen = [(sign, typed) for sign, typed in zip(plain(text), text, strict=True) if squeeze(sign)]
    match = _REGION.match("".join(sign for sign, _typed in seen))
    return "".join(typed for _sign, typed in seen[: match.end()]) if match else ""


def _signs(hit: Hit) -> str:
    """A number with its middle hidden; what holds its groups apart goes."""
    first, last = _KEPT[hit.kind]
    text = plain(hit.text)
    total = len(_NO_SIGN.sub("", text))
    shown, place = [], 0
    for sign, typed in zip(text, hit.text, strict=True):
        if not _NO_SIGN.match(sign):
            shown.append(sign if place < first or place >= total - last else "*")
            place += 1
        elif sign in "(),":
            shown.append(typed)
    return "".join(shown)


def surname(name: str) -> str:
    """The surname of a Chinese personal name; of a dotted or foreign name its first character."""
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND else name[:1]
