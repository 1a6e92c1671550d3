"""One clock for a request, and no address that the database cannot read."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone


class RequestClockMiddleware:
    """Set ``request.now``: page, list, database and search engine all answer for the same moment.

    An answer that says nothing about caching may be kept by nobody: what is public changes by time alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "max-age=0, must-revalidate")
        return response


class ReadableAddressMiddleware:
    """There is nothing at an address with a NUL, in path or query: PostgreSQL takes none as text."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        return self.get_response(request)
