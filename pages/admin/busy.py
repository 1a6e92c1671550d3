"""A database that is busy for too long: what is said to the person who waited, and nothing typed is lost."""

import logging

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

# PostgreSQL: lock not available, deadlock, serialization failure, statement cancelled.
_STATES = {"55P03", "40P01", "40001", "57014"}
_RETRY_SECONDS = "5"
# Sent again with the form as it was; the token is made anew.
_NOT_SENT_AGAIN = {"csrfmiddlewaretoken"}


def is_busy(error: OperationalError) -> bool:
    """Whether it was another's lock that stood in the way, on SQLite or PostgreSQL."""
    locked = str(error).startswith(("database is locked", "database table is locked"))
    return locked or getattr(error.__cause__, "sqlstate", "") in _STATES


def sentence() -> str:
    """What is said above a form that could not be saved."""
    return _(
        "Nothing was saved: many people or a long import are writing at this moment. What you typed is kept here; "
        "please save again in a few seconds."
    )


def note(request: HttpRequest, error: OperationalError) -> None:
    """Write down who waited, and for whom."""
    logger.warning("%s %s waited too long: %s", request.method, request.path, error)


def mark(response: HttpResponse) -> HttpResponse:
    """As an answer that another try may better."""
    response.status_code = 503
    response.headers["Retry-After"] = _RETRY_SECONDS
    return response


def busy_answer(request: HttpRequest, error: OperationalError) -> HttpResponse:
    """For acts without a form of Wagtail's: everything sent stands in a form that sends it again."""
    note(request, error)
    if request.headers.get("Accept", "").startswith("application/json"):
        return mark(JsonResponse({"success": False, "error_code": "busy", "error_message": sentence()}))
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in _NOT_SENT_AGAIN]
    values = {"sent": sent, "sentence": sentence(), "has_files": bool(request.FILES), "back": request.get_full_path()}
    return mark(TemplateResponse(request, "pages/admin/busy.html", values))
