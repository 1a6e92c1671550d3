"""Mark what was looked for: whole phrases where they stand, else their longest parts; the rest is escaped."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from records.analysis import fold, squeeze
from records.templatetags.display import mark

EXTRACT = 90  # characters
MAX_EXTRACTS = 2
_SENTENCE_ENDS = "。；\n"
Span = tuple[int, int]


def spans(text: str, phrases: Iterable[str]) -> list[Span]:
    """Places (start, end) of the phrases in a text, signs between their characters ignored, joined where they touch."""
    folded = fold(text)
    places = [place for place, char in enumerate(folded) if char.isalnum()]
    plain = "".join(folded[place] for place in places)
    found = [span for phrase in phrases for span in _runs(plain, squeeze(phrase))]
    return _joined(sorted((places[start], places[end - 1] + 1) for start, end in found), folded)


def _runs(plain: str, phrase: str) -> list[Span]:
    """Where the phrase stands in a squeezed text, or its longest parts of at least two characters."""
    if len(phrase) <= 1 or phrase in plain:
        return list(_all(plain, phrase))
    found: list[Span] = []
    start = 0
    while start < len(phrase) - 1:
        end = start + 2
        if phrase[start:end] not in plain:
            start += 1
            continue
        while end < len(phrase) and phrase[start : end + 1] in plain:
            end += 1
        found += _all(plain, phrase[start:end])
        start = end
    return found


def _all(plain: str, part: str) -> Iterable[Span]:
    place = plain.find(part) if part else -1
    while place >= 0:
        yield place, place + len(part)
        place = plain.find(part, place + len(part))


def _joined(sorted_spans: list[Span], folded: str) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted_spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, phrases: Iterable[str]) -> SafeString:
    """The whole text as safe HTML with ``<mark>``."""
    return _html(text, spans(text, phrases))


def _html(text: str, found: list[Span]) -> SafeString:
    borders = [0, *(place for span in found for place in span), len(text)]
    pieces = [text[start:end] for start, end in pairwise(borders)]
    wrapped = (mark(piece) if number % 2 else conditional_escape(piece) for number, piece in enumerate(pieces))
    return format_html_join("", "{}", ((piece,) for piece in wrapped))


def extracts(text: str, phrases: Iterable[str]) -> list[SafeString]:
    """At most two pieces of a long text around what was looked for; its beginning when nothing of that stands in it."""
    found = spans(text, phrases)
    if not found:
        return [_piece(text, 0, [])] if text else []
    starts: list[int] = []
    for start, _end in sorted(found, key=lambda span: span[0] - span[1]):  # the longest first
        if all(abs(start - other) > EXTRACT for other in starts):
            starts.append(start)
    return [_piece(text, start, found) for start in sorted(starts[:MAX_EXTRACTS])]


def _piece(text: str, place: int, found: list[Span]) -> SafeString:
    start = _beginning(text, place)
    end = min(len(text), start + EXTRACT)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
    html = _html(" ".join(text[start:end].split("\n")), inside)
    return format_html("{}{}{}", _DOTS if start else "", html, _DOTS if end < len(text) else "")


_DOTS = mark_safe("……")


def _beginning(text: str, place: int) -> int:
    """The beginning of the sentence when it is near, else some characters before the place."""
    near = max(0, place - EXTRACT // 3)
    borders = [border + 1 for border, char in enumerate(text[near:place], near) if char in _SENTENCE_ENDS]
    return borders[bisect_right(borders, place) - 1] if borders else near
