"""The policy of the public site allows nothing inline; only the admin's does."""

import pytest
from django.http import HttpRequest, HttpResponse

from gongshi.csp import PolicyMiddleware


def policy(path: str) -> dict[str, str]:
    request = HttpRequest()
    request.path_info = path
    header = PolicyMiddleware(lambda _: HttpResponse())(request)["Content-Security-Policy"]
    return {part.split()[0]: part for part in (piece.strip() for piece in header.split(";")) if part}


@pytest.mark.parametrize("path", ["/", "/decisions/2026/x/", "/search/", "/administration/"])
def test_public(path):
    parts = policy(path)
    assert parts["script-src"] == "script-src 'self'"
    assert parts["style-src"] == "style-src 'self'"
    assert parts["default-src"] == "default-src 'self'"
    assert parts["object-src"] == "object-src 'none'"


def test_admin():
    parts = policy("/admin/pages/3/edit/")
    assert "'unsafe-inline'" in parts["script-src"]
    assert "'unsafe-eval'" not in parts["script-src"]
    assert parts["object-src"] == "object-src 'none'"
