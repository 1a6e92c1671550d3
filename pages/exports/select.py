"""Which decisions belong into an export: those of the period that are or were public and were not withdrawn."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from pages.base.shape import PARTIES, shape_of
from privacy import crypto
from privacy.models import PartyIdentity
from records.models import PublicRecord, RecordState
from records.types.columns.base import ExportLine

_CHUNK = 500


def records_of(kind: str, first: date, last: date, now: datetime) -> list[tuple[str, int, int]]:
    """(key, version, page id) of the records decided in the period, both days included, in order of date.

    A record whose window is over was public lawfully and belongs into it; one that was taken down does not.
    """
    found = PublicRecord.objects.filter(
        kind=kind, decided_on__range=(first, last), visible_from__lte=now, state=RecordState.PUBLIC, page__isnull=False
    )
    return list(found.order_by("decided_on", "pk").values_list("key", "version", "page_id"))


def lines_of(kind: str, pages: list[int], with_identity: bool) -> Iterator[ExportLine]:
    """Each decision once for each of its parties; identity numbers are read only when they are asked for."""
    shape = shape_of(kind)
    many = [f"{PARTIES}__category", *shape.terms]
    for start in range(0, len(pages), _CHUNK):
        keys = pages[start : start + _CHUNK]
        found = shape.model.objects.filter(pk__in=keys).select_related(*shape.term).prefetch_related(*many)
        by_key = {page.pk: page for page in found}
        numbers = _numbers(keys) if with_identity else {}
        for key in keys:
            if key in by_key:
                page = by_key[key]
                for party in page.parties.all():
                    yield ExportLine(page, party, *numbers.get((key, str(party.uid)), ("", "")))


def _numbers(pages: list[int]) -> dict[tuple[int, str], tuple[str, str]]:
    """The party's own number and its representative's, by page and party."""
    found: dict[tuple[int, str], tuple[str, str]] = defaultdict(lambda: ("", ""))
    for row in PartyIdentity.objects.filter(page_id__in=pages):
        found[row.page_id, str(row.party_uid)] = (
            crypto.decrypt(row.personal_token),
            crypto.decrypt(row.representative_token),
        )
    return found
