"""The language follows one cookie and nothing else."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.utils import translation

from gongshi.language import CookieLanguageMiddleware


def language_of(rf, cookie: str | None = None, **headers) -> HttpResponse:
    request = rf.get("/", headers=headers)
    if cookie is not None:
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie
    return CookieLanguageMiddleware(lambda request: HttpResponse(translation.get_language()))(request)


@pytest.mark.parametrize(
    ("cookie", "language"),
    [(None, "zh-hans"), ("en", "en"), ("zh-hans", "zh-hans"), ("xx", "zh-hans"), ("", "zh-hans")],
)
def test_the_cookie_decides(rf, cookie, language):
    assert language_of(rf, cookie).content.decode() == language


def test_the_list_of_the_browser_is_not_asked(rf):
    assert language_of(rf, accept_language="en-GB").content == b"zh-hans"


def test_shared_caches_are_told(rf):
    response = language_of(rf, "en")
    assert response["Vary"] == "Cookie"
    assert response["Content-Language"] == "en"


def test_the_switch_sets_the_cookie_and_comes_back(client):
    response = client.post("/language/", {"language": "en", "next": "/decisions/"})
    assert response.status_code == 302
    assert response["Location"] == "/decisions/"
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


def test_the_switch_leads_nowhere_else(client):
    response = client.post("/language/", {"language": "en", "next": "https://elsewhere.test/"})
    assert response["Location"] == "/"
