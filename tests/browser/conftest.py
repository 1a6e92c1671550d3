"""A real Chromium in front of a living site. Nothing may leave the site's own origin."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright
from wagtail.models import Page as WagtailPage
from wagtail.models import Site

from pages.base.tree import HomePage
from tests.factories.column import publish_decisions, set_column

AXE = Path(__file__).resolve().parents[1] / "data" / "vendor" / "axe-core" / "axe.min.js"
CHROMIUM = os.environ.get("GONGSHI_TEST_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = 1280, 390

# Playwright's synchronous interface runs an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium(django_db_setup: None) -> Iterator[Browser]:
    """The system's Chromium, started once.

    While Playwright's loop runs, Django keeps another set of connections for this thread: they must know the rows of
    the migrations too, or a test that empties the tables could not bring them back, and must be closed at the end.
    """
    rows = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        if rows is not None:
            connections[DEFAULT_DB_ALIAS]._test_serialized_contents = rows  # type: ignore[attr-defined]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
        connections.close_all()


@pytest.fixture
def outside() -> list[str]:
    """Addresses beyond the site's own origin that a page asked for; empty at the end of every test."""
    return []


@pytest.fixture
def new_page(
    chromium: Browser, live_server: Any, django_db_serialized_rollback: None, outside: list[str]
) -> Iterator[Callable[..., Page]]:
    """Make pages of a width and colour scheme, in a context of their own, at the address of the living site."""
    contexts: list[BrowserContext] = []

    def guard(route: Route, request: Request) -> None:
        if request.url.startswith(live_server.url):
            route.continue_()
        else:
            outside.append(request.url)
            route.abort()

    def make(width: int = DESK, scheme: str = "light", **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="zh-CN",
            **options,
        )
        context.route("**/*", guard)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert outside == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a desk, in daylight."""
    return new_page()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Ask axe-core about the page as it stands: one line for each violation."""
    source = AXE.read_text("utf-8")

    def check(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return check


@pytest.fixture
def public_site(new_page: Callable[..., Page]) -> list[Any]:
    """A column with everything set and a handful of published decisions, newest first."""
    set_column()
    return publish_decisions()


@pytest.fixture(autouse=True)
def one_site(transactional_db: None) -> None:
    """The first test that empties the tables gets the rows of the migrations over the column that is there already."""
    home = HomePage.objects.first()
    if home is not None:
        WagtailPage.objects.filter(depth=2).exclude(pk=home.pk).delete()
        Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, "hostname": "localhost"})
