"""The one moment of a request."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone


def moment_of(request: HttpRequest) -> datetime:
    """The moment for which a request is answered, set by the request clock; the present where that did not run."""
    return getattr(request, "now", None) or timezone.now()
