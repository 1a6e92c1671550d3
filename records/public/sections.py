"""Which list stands at which address: the floor above, which has the tree, says it."""

from datetime import datetime
from typing import NamedTuple

from records.framed import Framed
from records.types import find_kind
from rules.socket import Socket


class Section(NamedTuple):
    """The list of a kind, or of one year of it."""

    kind: str
    year: int | None = None


# (): {address below the base path: Section} of all lists that are live.
read_sections = Socket("the lists and their addresses")
_sections: Framed[dict[str, Section]] = Framed(lambda: read_sections())


def find_section(path: str, now: datetime) -> Section | None:
    """The list at an address, e.g. ``decisions/2026/``; None when there is none."""
    section = _sections.at(now).get(path)
    return section if section and find_kind(section.kind) else None
