"""One transaction for each act of the admin that touches pages; where it must wait too long, an answer that says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin import messages

from pages.acts.release import ReleaseRefusedError
from pages.admin.busy import busy_answer, is_busy

# Wagtail's addresses of acts on pages. Uploads and imports have groups and transactions of their own.
# What an account may do, and the line that says who changed it, belong together as well.
_NAMESPACES = {"wagtailadmin_pages", "wagtailadmin_workflows", "wagtailusers_users", "wagtailusers_groups"}
_NAMES = {"wagtail_bulk_action"}
# Their forms are checked first; the writing alone is the transaction (saving.py).
_FORMS = {"wagtailadmin_pages:add", "wagtailadmin_pages:edit"}

View = Callable[..., HttpResponseBase]


@contextmanager
def act() -> Iterator[None]:
    """A transaction that waits for another's lock no longer than a person does (settings: DATABASE_LOCK_SECONDS)."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = '{int(settings.DATABASE_LOCK_SECONDS)}s'")
        yield


def in_one_transaction(view: View) -> View:
    """Decorate an admin view: a POST on pages happens wholly, projection and log included, or not at all."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        return _post(view, request, _touches_pages(request), args, kwargs)

    return wrapped


def atomic_post(view: View) -> View:
    """Decorate an act's own view: its POST is one transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        return _post(view, request, True, args, kwargs)

    return wrapped


def _post(view: View, request: HttpRequest, whole: bool, args: Any, kwargs: Any) -> HttpResponseBase:
    try:
        if not whole:
            return view(request, *args, **kwargs)
        with act():
            return view(request, *args, **kwargs)
    except ReleaseRefusedError as error:
        # Between the screen and the act something came into the way: the sentences stand above the page.
        for one in error.messages:
            messages.error(request, one)
        return HttpResponseRedirect(request.headers.get("Referer") or reverse("wagtailadmin_home"))
    except OperationalError as error:
        if not is_busy(error) or _is_inner():
            raise
        return busy_answer(request, error)


def _is_inner() -> bool:
    """Inside of a wider transaction: that one must end, and answers."""
    return connection.in_atomic_block


def _touches_pages(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None or match.view_name in _FORMS:
        return False
    return bool(_NAMESPACES & set(match.namespaces)) or match.url_name in _NAMES
