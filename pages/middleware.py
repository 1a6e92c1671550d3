"""One clock for a request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
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
