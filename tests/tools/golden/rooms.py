"""Which links of the admin are followed: one or two of each pattern of addresses, and all acts on one page."""

import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

_OF_ONE_PATTERN = 2
# Scripts and pictures; sessions that end; what is nothing without a choice or something typed.
_LEFT_OUT = re.compile(r"/admin/(jsi18n|sprite|logout|login|bulk)|/preview/")


class Rooms:
    """What was seen, what waits."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._counted: Counter[tuple[str, ...]] = Counter()
        self._waiting: deque[str] = deque()

    def enter(self, address: str) -> None:
        """This one is looked at in any case."""
        self._seen.add(address)
        self._counted[_pattern(address)] += 1

    def found(self, link: str, at: str) -> None:
        """A link on a screen."""
        address = urlsplit(urljoin(at, link)).path
        if not address.startswith("/admin/") or _LEFT_OUT.search(address) or address in self._seen:
            return
        pattern = _pattern(address)
        if not pattern or (self._counted[pattern] >= _OF_ONE_PATTERN and not _belongs(address, at)):
            return
        self.enter(address)
        self._waiting.append(address)

    def next(self) -> str:
        """The next to be looked at, empty when all were."""
        return self._waiting.popleft() if self._waiting else ""


def _pattern(address: str) -> tuple[str, ...]:
    """The pattern with the words that stand in its gaps; numbers there are all alike. Empty where there is nothing."""
    try:
        match = resolve(address)
    except Resolver404:
        return ()
    gaps = [str(value) for value in (*match.args, *match.kwargs.values())]
    return (match.route, *(gap for gap in gaps if not gap.isdigit()))


def _belongs(address: str, at: str) -> bool:
    """Whether an address is an act of ours on the page that the screen ``at``, where it was found, edits."""
    number = next((part for part in at.split("/") if part.isdigit()), "")
    return at.endswith("/edit/") and number in address.split("/") and not address.startswith("/admin/pages/")
