"""What a list says of each record; ``components/result_list.html`` draws all of them.

Lists are what is asked for most: one template draws a whole list, because one for each record would cost a multiple,
and what is drawn of a short text is kept (``records.types.drawing``).
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict

from django.utils.safestring import SafeString

from records.models.publication import PublicRecord
from records.templatetags.display import address
from records.tones import Tag
from records.types import kind_of
from records.types.drawing import draw
from records.types.present import summary_fields
from records.types.present import tags as shown_tags

SHOWN_PARTIES = 3


class Item(TypedDict):
    """A record of a list, a dictionary because templates read one fastest.

    ``title`` and ``extracts`` are safe HTML with <mark> where they come from a search; ``rows`` are labels and drawn
    values; ``date_label`` and ``until`` are empty where lists do not go by date, ``party_count`` where all are named.
    """

    address: str
    title: str
    extracts: Iterable[str]
    doc_no: str
    parties: list[str]
    party_count: int
    date_label: str
    decided_on: date
    rows: list[tuple[str, SafeString]]
    until: datetime | None
    tags: list[Tag]


def list_item(record: PublicRecord, title: str = "", extracts: Iterable[str] = ()) -> Item:
    """One record: its title, its extracts, the line of what it is."""
    kind, count = kind_of(record.kind), len(record.parties)
    return Item(
        address=address(record.path),
        title=title or record.title,
        extracts=extracts,
        doc_no=record.doc_no,
        parties=[party["name"] for party in record.parties[:SHOWN_PARTIES]],
        party_count=count if count > SHOWN_PARTIES else 0,
        date_label=str(kind.date_label) if kind.is_numbered else "",
        decided_on=record.decided_on,
        rows=[(row.label, draw(row.template, row.value, row.label)) for row in summary_fields(record)],
        until=record.visible_to if kind.archived else None,
        tags=kind.list_tags(record) if kind.list_tags else shown_tags(record),
    )
