"""One record: its page, the notice after its end, its permanent address."""

from typing import Any

from django.db.models import Case, Value, When
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from records.models.publication import PublicRecord, RecordState
from records.permalinks import permalink
from records.public.caching import keep_until
from records.public.kept_pages import finish_and_keep, source_of_record
from records.types import find_kind, kind_of
from rules.clock import moment_of
from rules.numbers import UnreadableNumberError, normalise_number


def show(request: HttpRequest, record: PublicRecord) -> HttpResponseBase:
    """The page of a record that is public, 410 with a notice when it was; 404 while it waits."""
    now = moment_of(request)
    if record.has_ended(now):
        return gone(request, record)
    if not record.is_public(now):
        raise Http404
    kind = kind_of(record.kind)
    source = source_of_record(record, now)
    context = {"record": record, "attachments": attachments(record), "trail": _trail(record)}
    if kind.extend is not None:
        # Other records stand on the page, so its own moment of change says nothing: the ETag alone does.
        extra = kind.extend(record, request.GET, now)
        edge = min(filter(None, (record.visible_to, extra.edge)))
        return finish_and_keep(request, render(request, kind.template, {**context, **extra.context}), source, edge)
    # Its start is a change too: what was asked for before has another answer now.
    changed = max(record.updated_at, record.visible_from)
    return finish_and_keep(request, render(request, kind.template, context), source, record.visible_to, changed)


def gone(request: HttpRequest, record: PublicRecord) -> HttpResponseBase:
    """The short notice at the address of a record that is no longer public; it tells nothing of the record."""
    response = render(request, "pages/gone.html", {"notice": record.notice}, status=410)
    keep_until(response, moment_of(request), moment_of(request))
    return response


def permanent(request: HttpRequest, agency_code: str, number: str) -> HttpResponseBase:
    """The permanent address: leads to where the record lives now, in whatever form the number was typed."""
    kind, _slash, rest = number.partition("/")
    try:
        if find_kind(kind) is not None:
            address = permalink(agency_code, normalise_number(rest), kind)
        else:
            address = permalink(agency_code, normalise_number(number))
    except UnreadableNumberError:
        raise Http404 from None
    now = moment_of(request)
    # A number can have had an earlier record that was deleted: the one that is public answers first.
    up = Case(When(state=RecordState.PUBLIC, then=Value(0)), default=Value(1))
    record = PublicRecord.objects.filter(permalink=address).defer("body").order_by(up, "-pk").first()
    if record is None or record.visible_from > now:
        raise Http404
    if not record.is_public(now):
        return gone(request, record)
    response = HttpResponseRedirect(get_script_prefix().rstrip("/") + record.path)
    keep_until(response, record.visible_to, now)
    return response


def attachments(record: PublicRecord) -> list[dict[str, Any]]:
    """Files of a record with their addresses; each address asks again whether it may be read."""
    return [
        {**item, "url": _document_address(item["document"], item.get("name", ""))}
        for item in record.fields.get("attachments", [])
    ]


def _document_address(document: int, name: str) -> str:
    return reverse("wagtaildocs_serve", args=[document, name or str(document)])


def _trail(record: PublicRecord) -> list[tuple[str, str]]:
    """Home, the list of the kind, and its year where lists are kept by year."""
    kind = kind_of(record.kind)
    root = get_script_prefix().rstrip("/")
    above = record.path.rsplit("/", 2)[0]
    index = above.rsplit("/", 1)[0] if kind.archived else above
    trail = [(_("Home page"), get_script_prefix()), (str(kind.label), f"{root}{index}/")]
    if kind.archived:
        trail.append((_("Year %(year)s") % {"year": record.year}, f"{root}{above}/"))
    return trail
