"""How long a public answer may be kept by a browser, nginx or a portal in front.

Never beyond the next moment at which time alone changes it (a window's edge), and never longer than a setting, because
a withdrawal comes unannounced. After that it is asked for again by ETag.
"""

import hashlib
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from rules.clock import moment_of

# A cache counts from the moment the answer reaches it and in whole seconds: what is lost on the way stays within this.
_MARGIN_SECONDS = 1


def seconds_to(edge: datetime | None, now: datetime) -> int:
    """Whole seconds an answer of ``now`` may be kept: to the edge, less a margin, and at most the setting."""
    longest = int(settings.PUBLIC_CACHE_SECONDS)
    if edge is None:
        return longest
    return max(0, min(longest, int((edge - now).total_seconds()) - _MARGIN_SECONDS))


def keep_until(
    response: HttpResponseBase, edge: datetime | None, now: datetime, *, etag: str = "", changed: datetime | None = None
) -> None:
    """Write the caching headers of an answer that everybody may see."""
    response.headers["Cache-Control"] = f"public, max-age={seconds_to(edge, now)}, must-revalidate"
    if etag:
        response.headers["ETag"] = etag
    if changed is not None:
        response.headers["Last-Modified"] = http_date(changed.timestamp())


def finish(
    request: HttpRequest, response: HttpResponse, edge: datetime | None, changed: datetime | None = None
) -> HttpResponseBase:
    """Write the caching headers of a rendered page; answers 304 when the reader holds this very page already.

    The ETag is taken from the whole content, frame included: a new menu or footer is a new page too.
    """
    return answer(request, response, etag_of(response), edge, changed)


def etag_of(response: HttpResponse) -> str:
    """A digest of the whole content."""
    return f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'


def answer(
    request: HttpRequest, response: HttpResponse, etag: str, edge: datetime | None, changed: datetime | None
) -> HttpResponseBase:
    """The page with its caching headers, or 304."""
    keep_until(response, edge, moment_of(request), etag=etag, changed=changed)
    last_modified = int(changed.timestamp()) if changed else None
    return get_conditional_response(request, etag, last_modified, response) or response


def forbid_keeping(response: HttpResponseBase) -> HttpResponseBase:
    """For answers to one person or about something that is not public."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
