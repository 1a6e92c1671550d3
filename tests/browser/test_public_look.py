"""The public pages in a real browser: readable by everyone, at both widths, by day and night, nothing from outside."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE

PLACES = ("home", "list", "decision", "search", "nothing", "gone", "missing")


@pytest.fixture
def addresses(public_site: list[Any]) -> dict[str, str]:
    """Where each kind of page stands."""
    first, last = public_site[0].public_record, public_site[-1]
    gone = last.public_record.path
    last.unpublish()
    return {
        "home": "/",
        "list": "/decisions/",
        "decision": first.path,
        "search": "/search/?q=施工许可",
        "nothing": "/search/?q=没有这样的词",
        "gone": gone,
        "missing": "/no-such-place/",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_every_page_is_accessible_and_fits(
    width: int, scheme: str, new_page: Callable[..., Page], addresses: dict[str, str], axe: Callable[[Page], list[str]]
) -> None:
    page = new_page(width, scheme)
    for place in PLACES:
        answer = page.goto(addresses[place])
        assert answer is not None
        assert answer.status == {"gone": 410, "missing": 404}.get(place, 200), place
        assert axe(page) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def test_axe_finds_what_is_wrong(page: Page, addresses: dict[str, str], axe: Callable[[Page], list[str]]) -> None:
    page.goto(addresses["home"])
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any("html-has-lang" in line for line in axe(page))


def test_forced_colours_keep_the_marks(
    new_page: Callable[..., Page], addresses: dict[str, str], axe: Callable[[Page], list[str]]
) -> None:
    page = new_page(DESK, "light", forced_colors="active")
    page.goto(addresses["decision"])
    assert axe(page) == []
    border = "getComputedStyle(document.querySelector('.gs-tag')).borderTopStyle"
    assert page.evaluate(border) == "solid"


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_text_twice_as_large_loses_nothing(
    width: int, new_page: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = new_page(width)
    for place in ("home", "list", "decision", "search"):
        page.goto(addresses[place])
        before = page.inner_text("body")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        assert page.inner_text("body") == before, place
        assert page.evaluate(CLIPPED) == [], place


# Elements whose text is cut off: visible ones whose content is larger than they are and that hide the rest.
CLIPPED = """
Array.from(document.querySelectorAll('main *')).filter(function (element) {
  var style = getComputedStyle(element);
  var hides = style.overflow === 'hidden' && style.position !== 'absolute';
  return hides && element.tagName !== 'svg' && element.scrollHeight > element.clientHeight + 1;
}).map(function (element) { return element.className; })
"""


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_no_date_breaks_across_lines(width: int, new_page: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = new_page(width)
    for place in ("home", "list", "decision", "search"):
        page.goto(addresses[place])
        heights = page.evaluate("Array.from(document.querySelectorAll('time')).map(e => e.offsetHeight)")
        assert heights, place
        assert max(heights) < 40, place


def test_the_first_page_is_light(page: Page, addresses: dict[str, str]) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(addresses["home"], wait_until="networkidle")
    assert len(sizes) >= 2
    assert sum(sizes) < 100 * 1024


def test_no_page_breaks_the_content_policy(page: Page, addresses: dict[str, str]) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for place in ("home", "list", "decision", "search"):
        page.goto(addresses[place])
        inline = page.evaluate("document.querySelectorAll('[style], style, script:not([src])').length")
        assert inline == 0, place
    assert complaints == []


def test_a_journey_without_a_mouse(page: Page, addresses: dict[str, str]) -> None:
    page.goto(addresses["home"])
    page.keyboard.press("Tab")
    assert "跳到主要内容" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("#home-search")
    page.keyboard.type("施工许可")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    _tab_until(page, ".gs-result__title a")
    page.keyboard.press("Enter")
    page.wait_for_selector("article h1")
    _tab_until(page, "[data-act=print]")


def _tab_until(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that the focus shows."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate(
                "(s => s.outlineStyle + s.boxShadow + s.backgroundColor)(getComputedStyle(document.activeElement))"
            )
            assert outline != "nonenonergba(0, 0, 0, 0)"
            return
    raise AssertionError(f"{selector} is not reached by keyboard")


def test_filters_start_closed_on_a_phone_and_open_by_a_link(
    new_page: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = new_page(PHONE, java_script_enabled=False)
    page.goto(addresses["search"])
    assert not page.is_visible("#filters")
    page.click(".gs-filters__open")
    assert page.is_visible("#filters")
    page.click(".gs-filters__close")
    assert not page.is_visible("#filters")


def test_the_citation_is_copied(new_page: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = new_page(DESK, permissions=["clipboard-read", "clipboard-write"])
    page.goto(addresses["decision"])
    page.click("[data-act=copy]")
    assert page.inner_text("[data-act=copy]") == "已复制"
    assert page.evaluate("navigator.clipboard.readText()") == page.inner_text("#citation")


def test_without_scripts_no_button_is_shown_that_does_nothing(
    new_page: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = new_page(DESK, java_script_enabled=False)
    page.goto(addresses["decision"])
    assert page.is_visible("article h1")
    assert not page.is_visible("[data-act]")


def test_the_language_is_kept(page: Page, addresses: dict[str, str]) -> None:
    page.goto(addresses["decision"])
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.click("button[name=language]")
    assert page.get_attribute("html", "lang") == "en"
    page.goto(addresses["home"])
    assert page.get_attribute("html", "lang") == "en"
    assert page.is_visible("text=Newest publications")


def test_paper_shows_the_document_only(page: Page, addresses: dict[str, str]) -> None:
    page.goto(addresses["decision"])
    page.emulate_media(media="print")
    assert page.is_visible("article h1")
    assert page.is_visible(".gs-table")
    for chrome in (".gs-bar", ".gs-nav", ".gs-header__search", ".gs-acts"):
        assert not page.is_visible(chrome)
