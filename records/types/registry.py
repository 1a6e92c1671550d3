"""All kinds, in the order of the column."""

from records.types.record_type import RecordType

_KINDS: dict[str, RecordType] = {}


def register(kind: RecordType) -> RecordType:
    """Add a kind; its key, section and filter names must be free."""
    taken = [one for one in _KINDS.values() if one.key != kind.key and one.section == kind.section]
    if taken:
        raise ValueError(f"the section {kind.section} belongs to {taken[0].key}")
    _KINDS[kind.key] = kind
    return kind


def all_kinds() -> list[RecordType]:
    """Every kind in its order."""
    return sorted(_KINDS.values(), key=lambda kind: (kind.order, kind.key))


def kind_of(key: str) -> RecordType:
    """The kind of a record; raises ``KeyError``."""
    return _KINDS[key]


def find_kind(key: str) -> RecordType | None:
    """The kind of a record, or None."""
    return _KINDS.get(key)
