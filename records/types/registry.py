"""All kinds, in the order of the column."""

from records.types.record_type import RecordType
from rules.registry import Registry

_KINDS: Registry[RecordType] = Registry(order=lambda kind: (kind.order, kind.key))


def register(kind: RecordType) -> RecordType:
    """Add a kind; its key, section and filter names must be free."""
    taken = [one for one in _KINDS if one.key != kind.key and one.section == kind.section]
    if taken:
        raise ValueError(f"the section {kind.section} belongs to {taken[0].key}")
    return _KINDS.register(kind)


def all_kinds() -> list[RecordType]:
    """Every kind in its order."""
    return list(_KINDS)


def kind_of(key: str) -> RecordType:
    """The kind of a record; raises ``KeyError``."""
    return _KINDS[key]


def find_kind(key: str) -> RecordType | None:
    """The kind of a record, or None."""
    return _KINDS.get(key)
