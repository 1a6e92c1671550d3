"""Home page, contents and lists of records, read from the projection."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.translation import gettext as _

from records.counts import count_public, public_state, year_counts
from records.models.publication import PublicRecord, PublicRecordQuerySet
from records.public.caching import finish
from records.public.kept_pages import finish_and_keep, kept_first, source_of_list
from records.public.nav_items import kinds_with_content, section_address
from records.public.views.filters import Choice, chips, count_choice, facets
from records.public.views.keyset import Key, read_page
from records.public.views.ordered import read_ordered
from records.types import Phase, RecordType, all_kinds
from rules.clock import moment_of

# The home page shows this many of the newest publications.
_NEWEST = 5
_NEWEST_NOTICES = 4
# Beyond this a reader is told “10,000+”.
_LARGEST_COUNT = 10_000
# What a list heeds of its address besides its filters.
_PARAMETERS = ("after", "before", "page")


def home(request: HttpRequest) -> HttpResponseBase:
    """The first page of the column: newest publications and figures."""
    now = moment_of(request)
    source = source_of_list(now)
    news, on_board = newest(now), [kind.key for kind in all_kinds() if kind.has_board]
    context = {
        "records": list(news.exclude(kind__in=on_board)[:_NEWEST]),
        "notices": list(news.filter(kind__in=on_board).order_by("-decided_on", "-pk")[:_NEWEST_NOTICES]),
    }
    return finish_and_keep(request, render(request, "pages/home.html", context), source, public_state(now).edge)


def newest(now: Any) -> PublicRecordQuerySet:
    """What was published last, of the kinds that are news."""
    keys = [kind.key for kind in all_kinds() if kind.is_news]
    records = PublicRecord.objects.public(now).filter(kind__in=keys).defer("body")
    return records.order_by("-visible_from", "-decided_on", "-pk")


@kept_first
def contents(request: HttpRequest) -> HttpResponseBase:
    """All lists that hold something, by phase, with their numbers."""
    now = moment_of(request)
    source = source_of_list(now)
    found = kinds_with_content(now)
    shelves = [
        {
            "heading": phase.label,
            "lists": [
                {"kind": kind, "address": section_address(kind), "count": count_public(now, kind.key)}
                for kind in all_kinds()
                if kind.phase == phase and kind.key in found
            ],
        }
        for phase in Phase
    ]
    context = {"shelves": [shelf for shelf in shelves if shelf["lists"]], "trail": [(_("Home page"), _root())]}
    return finish_and_keep(request, render(request, "pages/contents.html", context), source, public_state(now).edge)


def section(request: HttpRequest, kind: RecordType, path: str, year: int | None = None) -> HttpResponseBase:
    """The records of a kind, whole or of a year.

    ``path`` is the address of the whole list below the base path. A year without a public record is no page (404).
    """
    now = moment_of(request)
    source = source_of_list(now)
    choice = Choice.read(_root() + path, year, request.GET, kind)
    records = choice.narrow(now)
    counts = count_choice(choice, now)
    total = counts.total
    if year is not None and not total and year not in (one.year for one in year_counts(now, kind.key)):
        raise Http404
    context = {
        "kind": kind,
        **(_by_date(request, records, choice) if kind.is_numbered else _in_order(request, records, choice, total)),
        "year": year,
        "total": min(total, _LARGEST_COUNT),
        "total_is_bounded": total > _LARGEST_COUNT,
        "facets": facets(choice, counts),
        "chips": chips(choice),
        "clear_url": choice.root,
        "trail": [(_("Home page"), _root()), *([(str(kind.label), choice.root)] if choice.year else [])],
    }
    response = render(request, "pages/record_list.html", context)
    if not context["records"]:
        # There are as many ways to find nothing as a stranger can think of.
        return finish(request, response, public_state(now).edge)
    return finish_and_keep(request, response, source, public_state(now).edge, names=(*_PARAMETERS, *choice.names))


def _by_date(request: HttpRequest, records: PublicRecordQuerySet, choice: Choice) -> dict[str, Any]:
    """Newest first, from key to key."""
    page = read_page(records, Key.read(request.GET.get("after", "")), Key.read(request.GET.get("before", "")))
    return {
        "records": page.records,
        "previous": choice.address(before=page.newer) if page.newer else "",
        "next": choice.address(after=page.older) if page.older else "",
    }


def _in_order(request: HttpRequest, records: PublicRecordQuerySet, choice: Choice, total: int) -> dict[str, Any]:
    """In the order of the list, from page to page."""
    page = read_ordered(records, request.GET.get("page", ""), total)
    return {
        "records": page.records,
        "previous": choice.address(page=page.number - 1) if page.number > 1 else "",
        "next": choice.address(page=page.number + 1) if page.has_next else "",
    }


def _root() -> str:
    return get_script_prefix()
