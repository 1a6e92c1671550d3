"""A site without its home page: what the public is told, and what ``manage.py check --database default`` says."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from django.core.checks import Tags, Warning, register
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gongshi.operations.closed import OPEN_ANYWAY
from pages.acts.open_portal_section import is_open
from pages.base.tree import HomePage

# A column does not close again in everyday work, so a process that has seen it asks no more than once a minute.
_SECONDS = 60.0


class UnopenedSiteMiddleware:
    """Answers 503 on public addresses until the column is open; the way to open it passes."""

    seen_until = 0.0

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(OPEN_ANYWAY) or self._is_open():
            return self.get_response(request)
        response = render(request, "not_set_up.html", status=503)
        response["Retry-After"] = "3600"
        response["Cache-Control"] = "no-store"
        return response

    @classmethod
    def _is_open(cls) -> bool:
        now = monotonic()
        if now < cls.seen_until:
            return True
        found = is_open()
        cls.seen_until = now + _SECONDS if found else 0.0
        return found


@register(Tags.database)
def check_portal_section(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[Warning]:
    """For ``check --database default``: names a migrated site without its home page.

    A database that is not there yet is not this check's business.
    """
    if not databases:
        return []
    try:
        if HomePage._meta.db_table not in connection.introspection.table_names() or is_open():
            return []
    except DatabaseError:
        return []
    return [
        Warning(
            _("The site has no home page yet: the public sees only that it is being prepared."),
            hint=_(
                "Sign in at /admin/ as an administrator and choose “Set the site up”, or run manage.py prepare_site."
            ),
            id="gongshi.W001",
        )
    ]
