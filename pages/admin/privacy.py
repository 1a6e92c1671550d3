"""Keeping identity numbers out of what the admin stores on its way."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from pages.admin.forms.party import IDENTITY_FIELDS

# Wagtail keeps the whole form of a preview in the session.
_PREVIEWS = {"preview_on_add", "preview_on_edit"}

View = Callable[..., HttpResponseBase]


def without_identity_numbers(view: View) -> View:
    """Decorate an admin view: a form sent for a preview loses its identity numbers before anything reads it."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        match = request.resolver_match
        if request.method == "POST" and match is not None and match.url_name in _PREVIEWS:
            sent = request.POST.copy()
            for name in list(sent):
                if name.endswith(IDENTITY_FIELDS):
                    del sent[name]
            request.POST = sent  # type: ignore[assignment]
        return view(request, *args, **kwargs)

    return wrapped
