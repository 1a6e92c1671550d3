"""Which page holds a decision: by its natural key, else, where the file does not name the authority, by its number."""

from collections import defaultdict
from collections.abc import Sequence

from importers.formats import ImportFormat
from importers.merge import Decision
from rules.numbers import normalise_number

_AT_ONCE = 500


def find_pages(kind: ImportFormat, decisions: Sequence[Decision]) -> dict[str, int]:
    """Natural key → page id. A decision that is found by its number alone gets the key of its page."""
    keys = [decision.key for decision in decisions]
    pages = dict(kind.model.objects.filter(natural_key__in=keys).values_list("natural_key", "pk"))
    unnamed = [one for one in decisions if "agency_code" in one.data.silent and one.key not in pages]
    for start in range(0, len(unnamed), _AT_ONCE):
        pages |= _by_number(kind, unnamed[start : start + _AT_ONCE])
    return pages


def _by_number(kind: ImportFormat, decisions: Sequence[Decision]) -> dict[str, int]:
    """An absent code says nothing: the one page with this number, and with the authority's name where it is known."""
    numbers = {normalise_number(decision.data.doc_no) for decision in decisions}
    held: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    rows = kind.model.objects.filter(doc_no_norm__in=numbers, natural_key__isnull=False)
    for number, key, name, pk in rows.values_list("doc_no_norm", "natural_key", "agency_name", "pk"):
        held[number].append((key, name, pk))
    found = {}
    for decision in decisions:
        data = decision.data
        fitting = [one for one in held[normalise_number(data.doc_no)] if data.agency_name in ("", one[1])]
        if len(fitting) == 1:
            decision.key, _name, found[fitting[0][0]] = fitting[0]
    return found
