"""The public search page and its download. Plain GET forms and links: nothing needs scripts."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search import export, results, service
from search.engines.base import EngineUnavailableError
from search.forms import SearchQuery

NO_ANSWER = 503


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The result list of ``?q=…``; without words the newest records."""
    query = SearchQuery.from_address(request.GET)
    try:
        answer = service.find(query, moment(request))
    except EngineUnavailableError:
        return _no_answer(request, query)
    response = render(request, "search/results.html", results.context(answer))
    return _unkept(response)


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list as a file, all of it."""
    query = SearchQuery.from_address(request.GET)
    try:
        return export.response(query, moment(request))
    except EngineUnavailableError:
        return _no_answer(request, query)


def moment(request: HttpRequest) -> datetime:
    return getattr(request, "now", None) or timezone.now()


def _no_answer(request: HttpRequest, query: SearchQuery) -> HttpResponse:
    """An outage is said as what it is, never shown as an empty list."""
    told = _("The search does not answer at present. Please try again in a minute.")
    return _unkept(render(request, "search/unavailable.html", {"query": query.words, "banner": told}, status=NO_ANSWER))


def _unkept(response: HttpResponse) -> HttpResponse:
    # What a list may show changes at each window's edge; asking anew costs little.
    response["Cache-Control"] = "no-cache"
    return response
