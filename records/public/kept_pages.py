"""Rendered public pages, kept and *validated*: nothing is ever taken out, each answer is checked before it is given.

A page stands under its address and language. With it stands what it was drawn from: the rows of its record
and of those it leads to, or for a list the change counter and the next edge of a window; and the version of the frame
around it. One query reads what these are now; a page that was drawn from anything else is drawn anew. So what was
withdrawn, has ended, was changed or stands below other settings is not shown once more.

Public pages differ by address and language alone: they hold no token, nonce or cookie, and a page drawn with one is
not kept. Whoever lets a page differ by something else of the request adds it to ``_key``. Only addresses that the site
itself makes are kept, so that a stranger cannot fill the cache with inventions; and the cache has a size.
"""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language

from records import tones
from records.changes import FRAME, RECORDS, Counters, counters
from records.counts import PublicState, is_settled, public_state
from records.keeping import keep, recall
from records.models.publication import PublicRecord
from records.public.caching import answer, etag_of, finish
from records.types import kind_of
from rules.clock import moment_of

_CACHE = "pages"
_SECONDS = 86_400
_LARGEST = 512 * 1024
_LONGEST_QUERY = 300

_TOTAL = "(SELECT sum(value) FROM records_changecounter WHERE topic = %s)"
_SQL = f"""
SELECT made.records, made.frame, r.key, r.path, r.version, r.visible_from, r.visible_to, r.shown
FROM (SELECT {_TOTAL} AS records, {_TOTAL} AS frame) AS made LEFT JOIN (
    SELECT key, path, version, visible_from, visible_to,
        state = 'public' AND visible_from <= %s AND visible_to > %s AS shown
    FROM records_publicrecord WHERE key IN ({{places}})
) AS r ON 1 = 1 ORDER BY r.key
"""  # noqa: S608

Row = tuple[Any, ...]
_View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Source:
    """What a page was drawn from: for a record's page rows by ``keys``, for a list the interval in which it holds."""

    frame: tuple[Any, ...]
    keys: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    interval: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A rendered page with what its headers say."""

    body: bytes
    etag: str
    edge: datetime | None
    changed: datetime | None
    source: Source


def source_of_list(now: datetime) -> Source:
    """Of a page that shows what many records say; asked before it is drawn."""
    state = public_state(now)
    return Source(_frame(state), interval=state.interval)


def source_of_record(record: PublicRecord, now: datetime) -> Source:
    """Of a page that shows one record and leads to others; asked before it is drawn (one query)."""
    kind = kind_of(record.kind)
    if kind.extend is not None:
        return source_of_list(now)
    led_to = {key for shown in kind.shown for key in shown.keys(record.fields.get(shown.name))}
    keys = (record.key, *sorted(led_to - {record.key}))
    found, rows = _read(keys, now)
    # What is drawn is the record in hand: should it have changed or ended since it was read, no row will be like this.
    own = (record.key, record.path, record.version)
    rows = tuple(row if row[0] != record.key or (row[:3] == own and row[-1]) else own for row in rows)
    return Source(_frame(public_state(now, found)), keys, rows)


def finish_and_keep(
    request: HttpRequest,
    response: HttpResponse,
    source: Source,
    edge: datetime | None,
    changed: datetime | None = None,
    names: Collection[str] = (),
) -> HttpResponseBase:
    """Give out a page just drawn and keep it; ``names`` are the parameters of the address that it heeds."""
    if settings.KEEP_PAGES and _may_keep(request, response, names):
        page = KeptPage(response.content, etag_of(response), edge, changed, source)
        keep(_key(request), page, _SECONDS, _CACHE)
    return finish(request, response, edge, changed)


def kept_first(view: _View) -> _View:
    """A view whose page is given as it was kept while it is true."""

    @wraps(view)
    def ask(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kept = _answer_kept(request)
        return view(request, *args, **kwargs) if kept is None else kept

    return ask


def _answer_kept(request: HttpRequest) -> HttpResponseBase | None:
    if not settings.KEEP_PAGES or request.method not in {"GET", "HEAD"} or not is_settled():
        return None
    page: KeptPage | None = recall(_key(request), _CACHE)
    if page is None or not _holds(page, moment_of(request)):
        return None
    return answer(request, HttpResponse(page.body), page.etag, page.edge, page.changed)


def _may_keep(request: HttpRequest, response: HttpResponse, names: Collection[str]) -> bool:
    bounded = len(request.META.get("QUERY_STRING", "")) <= _LONGEST_QUERY and all(
        name in names and len(values) == 1 for name, values in request.GET.lists()
    )
    session = getattr(request, "session", None)
    personal = response.cookies or "CSRF_COOKIE_NEEDS_UPDATE" in request.META or (session and session.accessed)
    return request.method == "GET" and is_settled() and bounded and not personal and len(response.content) <= _LARGEST


def _holds(page: KeptPage, now: datetime) -> bool:
    source = page.source
    found, rows = _read(source.keys, now)
    state = public_state(now, found)
    same = _frame(state) == source.frame and rows == source.rows
    return same and (not source.interval or state.interval == source.interval)


def _frame(state: PublicState) -> tuple[Any, ...]:
    """The frame's version. One that is new to this process also ends what it has in mind of the terms."""
    if _seen.frame != state.counters.frame:
        tones.forget()
        _seen.frame = state.counters.frame
    return state.frame


class _Seen:
    """The last version of settings and terms that this process has met."""

    frame = -1


_seen = _Seen()


def _read(keys: tuple[str, ...], now: datetime) -> tuple[Counters, tuple[Row, ...]]:
    """The change counters, and of the rows of these keys what a page depends on (one query).

    As SQL: Django takes longer to write this query than the database to answer it.
    """
    if not keys:
        return counters(), ()
    moment = connection.ops.adapt_datetimefield_value(now)
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(_SQL.format(places=places), [RECORDS, FRAME, moment, moment, *keys])
        found = cursor.fetchall()
    records, frame = found[0][:2]
    return Counters(int(records or 0), int(frame or 0)), tuple(row[2:] for row in found if row[2] is not None)


def _key(request: HttpRequest) -> str:
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return f"page:{get_language()}:{hashlib.sha256(address.encode()).hexdigest()}"
