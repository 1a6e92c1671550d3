"""Short hashes of single fields: the base by which a change at the source is told from a change by an editor.

What a source does not say has no mark: neither recorded nor compared.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from typing import Any, TypeVar

from importers.current import PARTY
from importers.formats import KINDS
from importers.matching import namesake_mark
from records.types.decision_data import DecisionData, PartyData

PARTY_ITEMS = ("category", *PARTY)
_LENGTH = 10
_UNSAID = "-" * _LENGTH
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
Said = TypeVar("Said", bound=DecisionData | PartyData)


def mark(value: Any) -> str:
    """Short hash of one value."""
    return _EMPTY if value == "" else _mark(value)


def _mark(value: Any) -> str:
    return hashlib.sha256(_encode(value).encode()).hexdigest()[:_LENGTH]


_EMPTY = _mark("")


def marks_of(data: DecisionData) -> dict[str, str]:
    """Short hashes of every field that is said, and those of each party's items in a row under its slot."""
    canonical = data.canonical(with_parties=False)
    # A page keeps several choices as a set.
    canonical = {name: sorted(value) if isinstance(value, list) else value for name, value in canonical.items()}
    marks = {name: mark(canonical[name]) for name in KINDS[data.kind].fields if name in canonical}
    for party in data.parties:
        marks[party_slot(party, namesake_mark(party, data.parties))] = party_marks(party)
    return marks


def first_marks_of(data: DecisionData) -> dict[str, str]:
    """Marks of a new record: also of what was derived from other columns, for the record is made of it."""
    return marks_of(replace(_derived(data), parties=tuple(map(_derived, data.parties))))


def _derived(data: Said) -> Said:
    """Unsaid is only what the record starts with anyway."""
    if not data.silent:
        return data
    return replace(data, silent=frozenset(name for name in data.silent if starts_with(data, name)))


def starts_with(data: DecisionData | PartyData, name: str) -> bool:
    """Whether a fact has the value that a new record starts with when nothing is said."""
    kind: Any = type(data)
    return bool(getattr(data, name) == _defaults(kind).get(name, ""))


@cache
def _defaults(kind: type[Any]) -> dict[str, Any]:
    return {one.name: one.default for one in fields(kind) if one.default is not MISSING}


def party_slot(party: PartyData, namesake: str = "") -> str:
    """Where the marks of a party stand among the marks of its decision; ``namesake`` parts persons of one name."""
    return f"party:{_mark(party.credit_code or party.name)}{namesake}"


def party_marks(party: PartyData) -> str:
    """Short hashes of a party's items, one behind the other; identity numbers have none."""
    return "".join(_UNSAID if name in party.silent else mark(getattr(party, name)) for name in PARTY_ITEMS)


def whole_mark(party: PartyData) -> str:
    """The one hash of a whole party that traces held before there was one for each item."""
    return _mark([party.category, *(getattr(party, name) for name in PARTY)])


def items_of(marks: str) -> dict[str, str]:
    """The marks of a party by item, as far as they are said; none in a trace with one hash of the whole."""
    if len(marks) == _LENGTH:
        return {}
    pieces = (marks[at : at + _LENGTH] for at in range(0, len(marks), _LENGTH))
    return {name: piece for name, piece in zip(PARTY_ITEMS, pieces, strict=False) if piece != _UNSAID}


def join_items(items: Mapping[str, str]) -> str:
    """The marks of a party as they are stored."""
    return "".join(items.get(name, _UNSAID) for name in PARTY_ITEMS)


def covers(held: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Whether everything that is said was said before."""
    return all(name in held and _covers(name, held[name], one) for name, one in said.items())


def _covers(name: str, held: str, said: str) -> bool:
    if held == said or not name.startswith("party:"):
        return held == said
    before = items_of(held)
    return all(before.get(item) == one for item, one in items_of(said).items())


def pack(marks: Mapping[str, str]) -> str:
    """Marks as they are stored."""
    return json.dumps(marks, separators=(",", ":"))


def unpack(text: str) -> dict[str, str]:
    """Marks as they were stored; nothing for an unreadable text."""
    return json.loads(text) if text else {}
