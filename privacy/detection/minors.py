"""Names of minors: an age before or behind them, or behind the last of a list of them."""

import re
from collections.abc import Iterator

from privacy.detection import ages
from privacy.detection.hit import Hit, HitKind
from privacy.detection.names import BLANK, FIRST, Name, name_at, opens

_WINDOW = 32  # characters before an age in which its name begins
_LINK = re.compile(rf"(?:{BLANK}|姓名|名叫|[:为是系叫(“\"])" + "{0,8}")
# Surnames that are words of the law far more often: alone they begin no name.
_FUNCTION = frozenset("有应和于向从都能何任相别时全成经连后关满须步方")
_SPEAKS = re.compile("岁|未成年|童工|生")
_NEXT = re.compile(rf"{BLANK}*、{BLANK}*")
_JOINED = re.compile(rf"(?P<name>[\u3400-\u9fff]{{2,4}}){BLANK}*(?:、|和|与|及|以及){BLANK}*$")


def find_minors(text: str, original: str) -> Iterator[Hit]:
    """Minors by their age. A name whose end nothing tells is doubtful, unless it stands elsewhere in the text."""
    if not _SPEAKS.search(text):
        return
    for mark in ages.MARK.finditer(text):
        for name in _before(text, mark.start()):
            yield minor(name, original)
    for age in ages.BEFORE.finditer(text):
        link = _LINK.match(text, age.end())
        for name in listed(text, link.end() if link else age.end()):
            yield minor(name, original)
    for trade in ages.PERHAPS_BEFORE.finditer(text):
        found = name_at(text, trade.end())
        if found is not None and text[found.start] not in _FUNCTION:
            yield minor(Name(found.start, found.end, bounded=False), original)


def minor(name: Name, original: str) -> Hit:
    """The hit of a minor's name."""
    return Hit(name.start, name.end, HitKind.MINOR, original[name.start : name.end], name.bounded)


def listed(text: str, place: int) -> Iterator[Name]:
    """The name at a place and those joined to it by 、."""
    while (name := repeated(text, name_at(text, place))) is not None:
        yield name
        join = _NEXT.match(text, name.end)
        if join is None:
            return
        place = join.end()


def repeated(text: str, name: Name | None) -> Name | None:
    """A name without a certain end ends where it does when it stands in the text twice."""
    if name is None or name.bounded:
        return name
    for end in (name.end, name.end - 1):
        if end - name.start > 1 and text.count(text[name.start : end]) > 1:
            return Name(name.start, end, bounded=True)
    return None if text[name.start] in _FUNCTION else name


def _before(text: str, mark: int) -> Iterator[Name]:
    """Names with this age behind them."""
    for start in range(max(0, mark - _WINDOW), mark):
        if text[start] not in FIRST or not opens(text, start):
            continue
        name = name_at(text, start, ends=ages.ENDS)
        told = ages.is_young(text, name.end) if name and name.bounded else None
        if name and told and told.end() > mark:
            yield name
            if told.groupdict().get("all"):
                yield from _joined(text, start)


def _joined(text: str, start: int) -> Iterator[Name]:
    """王五、赵六（均未成年）: the names joined to the one that begins here."""
    while found := _JOINED.search(text, max(0, start - 10), start):
        end = found.end("name")
        start = next((place for place in range(found.start(), end - 1) if _fits(text, place, end)), -1)
        if start < 0:
            return
        yield Name(start, end, bounded=True)


def _fits(text: str, place: int, end: int) -> bool:
    if text[place] not in FIRST or not opens(text, place):
        return False
    name = name_at(text[place:end], 0)
    return name is not None and name.bounded and name.end == end - place
