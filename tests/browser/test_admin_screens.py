"""No screen of the editors says an error in the console: what a form needs is loaded with it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from rules.models import Term, WindowRule
from tests.factories.pages import make_decision, make_site

ACTS = ("withdraw", "repair", "correct", "window")
SCREENS = (
    *("wagtailadmin_home", "pages_exports", "pages_scheduler_report"),
    *("importers:list", "importers:send", "importers:sources"),
)
# One of each base of records: with number and parties, standing lists, notices; the others share their forms.
NEW = ("permit", "inspection_result", "power", "notice")


@pytest.fixture
def screens(page: Page, django_user_model: Any) -> list[str]:
    """Addresses of every act on a decision, of every list of acts, of one edit screen of each base; signed in."""
    make_site()
    decision = make_decision(publish=True)
    django_user_model.objects.create_superuser("director", "d@example.test", "desk-pass-2026")
    page.goto("/admin/login/")
    page.fill("[name=username]", "director")
    page.fill("[name=password]", "desk-pass-2026")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return [*_acts(decision), *map(reverse, SCREENS), *_forms(decision)]


def _acts(decision: Any) -> Iterator[str]:
    yield from (reverse(f"pages_{act}", args=[decision.pk]) for act in ACTS)
    yield reverse("wagtailadmin_pages:history", args=[decision.pk])
    yield reverse("wagtailadmin_explore", args=[decision.get_parent().pk])


def _forms(decision: Any) -> Iterator[str]:
    yield reverse("wagtailadmin_pages:edit", args=[decision.pk])
    yield from (reverse("pages_new_record", args=[kind]) for kind in NEW)
    for model in (Term, WindowRule):
        views = model.snippet_viewset  # type: ignore[union-attr]
        yield reverse(views.get_url_name("list"))
        yield reverse(views.get_url_name("edit"), args=[model._default_manager.first().pk])


def test_no_screen_says_an_error_and_each_date_has_its_calendar(page: Page, screens: list[str]) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in screens:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
    assert said == []
    for act, field in (("withdraw", "arisen_on"), ("repair", "decided_on"), ("window", "last_day")):
        page.goto(next(address for address in screens if address.endswith(f"/{act}/")))
        page.click(f"[name={field}]")
        expect(page.locator(".xdsoft_datetimepicker:visible"), act).to_have_count(1)
