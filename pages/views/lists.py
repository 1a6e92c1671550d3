"""Home page and lists of decisions, read from the projection."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.translation import gettext as _

from pages.caching import finish
from pages.clock import moment_of
from pages.models.publication import PublicRecord
from pages.publication.snapshot import public_snapshot
from pages.views.filters import Choice, chips, facets
from pages.views.keyset import Key, KeysetPage, read_page

# The home page shows this many of the newest publications.
_NEWEST = 5
# Beyond this a reader is told “10,000+”.
_LARGEST_COUNT = 10_000


def home(request: HttpRequest) -> HttpResponseBase:
    """The first page of the column: newest publications and figures."""
    now = moment_of(request)
    counted = public_snapshot(now)
    newest = PublicRecord.objects.public(now).defer("body").order_by("-visible_from", "-decided_on", "-pk")
    context = {"records": list(newest[:_NEWEST])}
    return finish(request, render(request, "pages/home.html", context), counted.edge)


def decisions(request: HttpRequest, path: str, year: int | None = None) -> HttpResponseBase:
    """Penalty decisions, newest first, whole or of a year.

    ``path`` is the address of the whole list below the base path. A year without a public record is no page (404).
    """
    now = moment_of(request)
    choice = Choice(get_script_prefix() + path, year, request.GET.get("type", "")[:80])
    counted = public_snapshot(now)
    total = counted.count(year, choice.penalty_type)
    if year is not None and not counted.count(year):
        raise Http404
    records = PublicRecord.objects.public(now).filter(kind="penalty")
    if year is not None:
        records = records.filter(year=year)
    if choice.penalty_type:
        records = records.of_type(choice.penalty_type)
    page = read_page(records, Key.read(request.GET.get("after", "")), Key.read(request.GET.get("before", "")))
    context = {
        "records": page.records,
        "year": year,
        "total": min(total, _LARGEST_COUNT),
        "total_is_bounded": total > _LARGEST_COUNT,
        **_around(choice, page),
        "facets": facets(choice, counted),
    }
    return finish(request, render(request, "pages/decision_list.html", context), counted.edge)


def _around(choice: Choice, page: KeysetPage) -> dict[str, Any]:
    """Ways on from a list: chips, neighbours, breadcrumbs."""
    trail = [(_("Home page"), get_script_prefix())]
    if choice.year:
        trail.append((_("Penalty decisions"), choice.root))
    return {
        "chips": chips(choice),
        "clear_url": choice.root,
        "previous": choice.page(before=page.newer) if page.newer else "",
        "next": choice.page(after=page.older) if page.older else "",
        "trail": trail,
    }
