"""A result list as a spreadsheet file: public fields only, streamed, without live formulas."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from defusedcsv import csv
from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils.timezone import localtime
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from records.batches import batched
from records.models import PublicRecord
from rules.windows import last_day_before
from search import service
from search.forms import SearchQuery, filter_names
from search.results import url_of, value_label

BATCH = 500
_BYTE_ORDER_MARK = "\ufeff"  # or spreadsheet programs take it for GB18030


class _Line:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def response(query: SearchQuery, now: datetime) -> StreamingHttpResponse:
    """The whole list of a question; all keys are found before the first byte leaves: no outage gives a short file."""
    keys = service.all_keys(query, now, settings.SEARCH_CSV_ROWS)
    answer = StreamingHttpResponse(
        _lines(query, keys, now, get_language() or "zh-hans"), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="records-{localtime(now):%Y%m%d-%H%M}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def _lines(query: SearchQuery, keys: list[str], now: datetime, language: str) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield _BYTE_ORDER_MARK
    with override(language):
        head = [*_about(query, len(keys), now), [], _columns()]
    for row in head:
        yield writer.writerow(row)
    for batch in batched(keys, BATCH):
        for record in service.in_order(batch, now):
            yield writer.writerow(_row(record))


def _about(query: SearchQuery, number: int, now: datetime) -> list[list[Any]]:
    """What this file answers: words, filters, time and count."""
    chosen = [
        f"{filter_names()[name]}: {', '.join(value_label(name, value) for value in values)}"
        for name, values in query.filters
    ]
    return [
        [_("Search words"), query.words],
        [_("Filters"), "; ".join(chosen)],
        [_("Time of this list"), f"{localtime(now):%Y-%m-%d %H:%M:%S}"],
        [_("Number of records"), number],
    ]


def _columns() -> list[str]:
    return [
        _("Title"),
        _("Document number"),
        _("Party"),
        _("Credit code"),
        _("Kinds of penalty"),
        _("Content of the penalty"),
        _("Amount (yuan)"),
        _("Penalty authority"),
        _("Decided on"),
        _("Made public on"),
        _("Public until"),
        _("Address"),
    ]


def _row(record: PublicRecord) -> list[Any]:
    return [
        record.title,
        record.doc_no,
        "、".join(party.get("name", "") for party in record.parties),
        "、".join(record.codes),
        "、".join(record.penalty_types),
        record.result,
        "" if record.amount_fen is None else f"{record.amount_fen // 100}.{record.amount_fen % 100:02d}",
        record.agency,
        record.decided_on.isoformat(),
        record.published_on.isoformat(),
        last_day_before(record.visible_to).isoformat(),
        url_of(record),
    ]
