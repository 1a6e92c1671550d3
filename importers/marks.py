"""Short hashes of single fields: the base by which a change at the source is told from a change by an editor."""

import hashlib
import json
from typing import Any

from importers.current import PARTY
from pages.facts import DecisionFacts, PartyFacts

_LENGTH = 10
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
# What identifies a decision is no content: another spelling of the number is taken over silently.
FIELDS = (
    "doc_no",
    "decided_on",
    "facts",
    "violation_kind",
    "basis",
    "penalty_types",
    "other_penalty",
    "result",
    "fine",
    "confiscated",
    "licence",
    "effect_until",
    "declared_window_end",
    "authority_name",
    "source_name",
    "source_code",
    "remark",
)
CODES = {
    "doc_no": "CF_WSH",
    "decided_on": "CF_JDRQ",
    "facts": "CF_SY",
    "violation_kind": "CF_WFXW",
    "basis": "CF_YJ",
    "penalty_types": "CF_CFLB",
    "other_penalty": "CF_CFLB",
    "result": "CF_NR",
    "fine": "CF_NR_FK",
    "confiscated": "CF_NR_WFFF",
    "licence": "CF_NR_ZKDX",
    "effect_until": "CF_YXQ",
    "declared_window_end": "CF_GSJZQ",
    "authority_name": "CF_CFJG",
    "source_name": "CF_SJLY",
    "source_code": "CF_SJLYDM",
    "remark": "BZ",
    "parties": "CF_XDR_MC",
}


def mark(value: Any) -> str:
    """Short hash of one value."""
    return hashlib.sha256(_encode(value).encode()).hexdigest()[:_LENGTH]


def marks_of(facts: DecisionFacts) -> dict[str, str]:
    """Short hashes of every field, and of each party under its slot."""
    canonical = facts.canonical()
    # A page keeps its penalty types as a set.
    canonical["penalty_types"] = sorted(canonical["penalty_types"])
    marks = {name: mark(canonical[name]) for name in FIELDS}
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
