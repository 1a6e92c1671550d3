"""The public side closed for a while: one file says so to every process."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

OPEN_ANYWAY = ("/admin/", "/static/", "/healthz", "/readyz", "/metrics", "/language/")


def close_site() -> None:
    """Close the public side."""
    path = Path(settings.CLOSED_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def open_site() -> None:
    Path(settings.CLOSED_FILE).unlink(missing_ok=True)


def is_closed() -> bool:
    """Whether the public side is closed."""
    return Path(settings.CLOSED_FILE).exists()


class ClosedSiteMiddleware:
    """Answers 503 on public addresses while the site is closed; editors and probes pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_closed() or request.path_info.startswith(OPEN_ANYWAY):
            return self.get_response(request)
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "300"
        response["Cache-Control"] = "no-store"
        return response
