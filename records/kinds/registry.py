"""All kinds, in the order of the column."""

from records.kinds.base import Kind

_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Add a kind; its key, section and filter names must be free."""
    taken = [one for one in _KINDS.values() if one.key != kind.key and one.section == kind.section]
    if taken:
        raise ValueError(f"the section {kind.section} belongs to {taken[0].key}")
    _KINDS[kind.key] = kind
    return kind


def all_kinds() -> list[Kind]:
    """Every kind in its order."""
    return sorted(_KINDS.values(), key=lambda kind: (kind.order, kind.key))


def kind_of(key: str) -> Kind:
    """The kind of a record; raises ``KeyError``."""
    return _KINDS[key]


def find_kind(key: str) -> Kind | None:
    """The kind of a record, or None."""
    return _KINDS.get(key)
