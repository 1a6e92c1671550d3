"""The language of the interface: Chinese, unless a reader has chosen otherwise with the switch on the page.

A browser's own list of languages is not asked: the site is official and Chinese, and a shared cache must be able to
tell the variants apart by one cookie.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

# Choosing a language changes nothing but this reader's own cookie; without a token, public pages stay free of cookies.
switch = csrf_exempt(set_language)


class CookieLanguageMiddleware:
    """Activate the language that the cookie names, else the site's own; answers vary by cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
            response.headers.setdefault("Content-Language", language)
        return response
