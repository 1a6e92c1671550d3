"""Pages that must be shown when the database cannot be asked: unit tests have none, so rendering them proves it."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.views.defaults import server_error


@pytest.mark.parametrize("template", ["500.html", "503.html"])
@pytest.mark.parametrize(("language", "tag"), [("zh-hans", "zh-Hans"), ("en", "en")])
def test_it_needs_no_database_and_speaks_the_language(template, language, tag):
    with translation.override(language):
        html = render_to_string(template)
    assert f'<html lang="{tag}">' in html
    assert html.count("<h1") == 1
    assert "noindex" in html


def test_an_error_of_ours_is_told_as_ours(rf):
    with translation.override("zh-hans"):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "问题出在我们这里" in response.content.decode()
