"""One transaction for each act of the admin that touches pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

# Wagtail's addresses of acts on pages. Uploads and imports have groups and transactions of their own.
# What an account may do, and the line that says who changed it, belong together as well.
_NAMESPACES = {"wagtailadmin_pages", "wagtailadmin_workflows", "wagtailusers_users", "wagtailusers_groups"}
_NAMES = {"wagtail_bulk_action"}

View = Callable[..., HttpResponseBase]


def in_one_transaction(view: View) -> View:
    """Decorate an admin view: a POST on pages happens wholly, projection and log included, or not at all."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST" or not _touches_pages(request):
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped


def _touches_pages(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (bool(_NAMESPACES & set(match.namespaces)) or match.url_name in _NAMES)


def atomic_post(view: View) -> View:
    """Decorate an act's own view: its POST is one transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped
