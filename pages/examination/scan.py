"""Looking again at what is public: no record may hold what its projection should have masked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from privacy.detection import detect, is_identity_of_a_person
from privacy.detection.plain import plain, squeeze
from records.models.publication import PublicRecord
from records.types.fields import CONTACTS, CodeField, TableField
from records.types.registry import find_kind

_COLUMNS = ("title", "party_text", "result", "body")


@dataclass(frozen=True)
class Leak:
    """Where something certain stands in a record; the text itself is not repeated."""

    key: str
    field: str
    kind: str


def leaks() -> Iterator[Leak]:
    """Certain hits in all records, public or over, in the order of their keys."""
    for record in PublicRecord.objects.order_by("pk").iterator(chunk_size=500):
        yield from leaks_in(record)


def leaks_in(record: PublicRecord) -> Iterator[Leak]:
    """Certain hits in one record. A code or a contact by declaration is asked for identity numbers alone."""
    codes, columns = _codes(record.kind), _columns(record.kind)
    texts = [(name, getattr(record, name), False) for name in _COLUMNS]
    texts += [
        (name, text, code or name in codes)
        for name, value in record.fields.items()
        for text, code in _texts(value, columns)
    ]
    known = {squeeze(plain(party.get(name, ""))) for party in record.parties for name in ("name", "representative")}
    known |= {text for _name, text, code in texts if code}  # the searched body repeats them
    for name, text, code in texts:
        for hit in detect(text, () if code else known):
            if hit.certain and (not code or is_identity_of_a_person(hit)):
                yield Leak(record.key, name, hit.kind.value)


def _codes(kind: str) -> frozenset[str]:
    found = find_kind(kind)
    return frozenset(one.name for one in found.shown if isinstance(one, CodeField)) if found else frozenset()


def _columns(kind: str) -> frozenset[str]:
    """Columns of the kind's tables that are contacts or codes."""
    found = find_kind(kind)
    return CONTACTS.union(*(one.whole for one in found.shown if isinstance(one, TableField))) if found else CONTACTS


def _texts(value: Any, columns: frozenset[str], code: bool = False) -> Iterator[tuple[str, bool]]:
    """Every text in a value of JSON, and whether it is a contact or a code."""
    if isinstance(value, str):
        yield value, code
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, columns, name in columns)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, columns, code)
