"""Short hashes of single fields: the base by which a change at the source is told from a change by an editor."""

import hashlib
import json
from typing import Any

from importers.current import PARTY
from importers.kinds import KINDS, AnyFacts
from pages.facts import PartyFacts

_LENGTH = 10
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def mark(value: Any) -> str:
    """Short hash of one value."""
    return hashlib.sha256(_encode(value).encode()).hexdigest()[:_LENGTH]


def marks_of(facts: AnyFacts) -> dict[str, str]:
    """Short hashes of every field, and of each party under its slot."""
    canonical = facts.canonical()
    # A page keeps its penalty types as a set.
    if "penalty_types" in canonical:
        canonical["penalty_types"] = sorted(canonical["penalty_types"])
    marks = {name: mark(canonical[name]) for name in KINDS[facts.kind].fields}
    for party in facts.parties:
        marks[party_slot(party)] = party_mark(party)
    return marks


def party_slot(party: PartyFacts) -> str:
    """Where the mark of a party stands among the marks of its decision."""
    return f"party:{mark(party.credit_code or party.name)}"


def party_mark(party: PartyFacts) -> str:
    """Short hash of a party, identity numbers left out."""
    return mark([party.category, *(getattr(party, name) for name in PARTY)])


def pack(marks: dict[str, str]) -> str:
    """Marks as they are stored."""
    return json.dumps(marks, separators=(",", ":"))


def unpack(text: str) -> dict[str, str]:
    """Marks as they were stored; nothing for an unreadable text."""
    return json.loads(text) if text else {}
