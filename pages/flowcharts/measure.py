"""How wide Chinese text is, and where its lines break.

Every Han character is one em wide in every font; for the others an upper bound is taken, so that a line never turns out
wider than it was measured, whatever the reader's font.
"""

import unicodedata

# No line begins with these, and none ends with those (GB/T 15834 and usual typesetting).
_NOT_FIRST = "、。，．；：！？）》〉」』】〕”’％…—·)]},.;:!?%"
_NOT_LAST = "（《〈「『【〔“‘([{"
_BROAD = "mwMW@%&—…"


def clean(text: str) -> str:
    """One line of characters that may stand in XML: no control characters, no surrogates, no lone spaces."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(kept).split())


def width(text: str, size: float) -> float:
    """An upper bound of the width of a text in pixels at a font size."""
    return sum(_em(char) for char in text) * size


def wrap(text: str, room: float, size: float) -> list[str]:
    """The lines of a text, none wider than ``room`` (at least one character each)."""
    lines: list[str] = []
    line = ""
    for char in clean(text):
        while line and width(line + char, size) > room:
            line, rest = _break(line, char)
            lines.append(line.rstrip())
            line = rest.lstrip()
        line += char
    return [*lines, line.rstrip()] if line.strip() else lines


def _break(line: str, char: str) -> tuple[str, str]:
    """Where a full line breaks before ``char``: what stays and what is taken along."""
    cut = len(line)
    # Latin words and numbers stay whole when a break is near; punctuation keeps to its side.
    while cut > max(1, len(line) - 8) and not _may_break(line[cut - 1], line[cut] if cut < len(line) else char):
        cut -= 1
    if not _may_break(line[cut - 1], line[cut] if cut < len(line) else char):
        cut = len(line)
    return line[:cut], line[cut:]


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum())


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WFA" or not char.isascii():
        return 1.4 if unicodedata.category(char) == "So" else 1.0
    if char in _BROAD:
        return 1.0
    return 0.8 if char.isupper() else 0.62
