"""A reader who follows every link meets no dead end and no empty room, and the same tags on every page."""

import re
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import clear_script_prefix, set_script_prefix

from tests.factories.column import publish_decisions, set_column
from tests.factories.pages import make_site

HOST = "http://testserver"
STATIC = "/static/"  # files of the look: asked of the finders, since a test has no web server
LIMIT = 300
SITE_TAGS = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}


class Reader(HTMLParser):
    """Links, meta tags and titles of records of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.tags: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        link = (
            values.get("href") or values.get("src") or (values.get("action") if values.get("method") == "get" else "")
        )
        if link:
            self.links.add(link)
        if tag == "meta" and "name" in values:
            self.tags[values["name"]] = values.get("content", "")


class Crawl:
    """Every page of the site that links lead to, from the home page on; links to other places apart."""

    def __init__(self, client: Client, base: str = "") -> None:
        self.pages: dict[str, Reader] = {}
        self.texts: dict[str, str] = {}
        self.dead: dict[str, int] = {}
        self.outside: set[str] = set()
        self._base = base
        self._client = client
        self._walk()

    def _walk(self) -> None:
        waiting, seen = deque([f"{self._base}/"]), {f"{self._base}/"}
        while waiting:
            assert len(seen) < LIMIT, "the crawl has no end"
            address = waiting.popleft()
            for link in self._visit(address):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)

    def _visit(self, address: str) -> Iterator[str]:
        if STATIC in address:
            if finders.find(address.partition(STATIC)[2]) is None:
                self.dead[address] = 404
            return
        assert address.startswith(f"{self._base}/"), f"{address} leaves the base path"
        response = self._client.get(address.removeprefix(self._base), follow=True)
        if response.status_code != 200:
            self.dead[address] = response.status_code
        text = b"".join(response).decode("utf-8", "replace") if response.streaming else response.content.decode()
        if not response["Content-Type"].startswith("text/html"):
            return
        self.texts[address] = text
        self.pages[address] = Reader(text)
        if _is_combination(address):
            return
        for link in self.pages[address].links:
            whole = urlsplit(urljoin(HOST + address, link))
            if f"{whole.scheme}://{whole.netloc}" == HOST:
                yield whole.path + (f"?{whole.query}" if whole.query else "")
            else:
                self.outside.add(whole.geturl())


def _is_combination(address: str) -> bool:
    """A result list under filters or in another order: seen, its links lead to the same lists in endless mixtures."""
    whole = urlsplit(address)
    return whole.path.endswith("/search/") and bool(set(parse_qs(whole.query)) - {"q"})


@pytest.fixture
def site(db):
    """A living column; the pages of its decisions, newest first."""
    set_column()
    return publish_decisions()


def test_no_link_is_dead_and_none_leads_outside_but_the_settings(site, client):
    crawl = Crawl(client)
    assert crawl.dead == {}
    assert len(crawl.pages) > 7
    assert {urlsplit(link).netloc for link in crawl.outside} == {"portal.example.test"}


def test_every_decision_is_reached_from_the_home_page(site, client):
    pages = Crawl(client).pages
    for page in site:
        assert page.public_record.path in pages


def test_no_room_is_empty(site, client):
    crawl = Crawl(client)
    paths = {page.public_record.path for page in site}
    for address, reader in crawl.pages.items():
        assert address in paths or reader.links & paths, f"{address} shows no record"


def test_an_empty_column_has_a_home_page_and_no_doors(db, client):
    make_site()
    set_column()
    crawl = Crawl(client)
    assert crawl.dead == {}
    assert set(crawl.pages) <= {"/", "/search/"}
    assert "/decisions/" not in crawl.pages["/"].links


def test_a_door_closes_with_its_room(site, client):
    assert "/decisions/" in Crawl(client).pages["/"].links
    for page in site:
        page.unpublish()
    assert "/decisions/" not in Crawl(client).pages["/"].links


def test_every_page_carries_the_tags_of_government_pages(site, client):
    paths = {page.public_record.path for page in site}
    for address, reader in Crawl(client).pages.items():
        wanted = set(SITE_TAGS)
        if address != "/":
            wanted |= COLUMN_TAGS
        if address in paths:
            wanted |= ARTICLE_TAGS
        assert wanted <= set(reader.tags), address
        assert all(reader.tags[name] for name in wanted), address


def test_an_article_tells_its_moment_and_its_source(site, client):
    tags = Crawl(client).pages[site[0].public_record.path].tags
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", tags["PubDate"])
    assert tags["ContentSource"] == "兴隆台区住房和城乡建设局"
    assert tags["ArticleTitle"] == site[0].public_record.title


def test_settings_left_empty_show_nothing(db, client):
    make_site()
    html = client.get("/").content.decode()
    for word in ("SiteName", "ICP", "监督电话", "网站标识码", "gs-bar__trail"):
        assert word not in html


def test_below_a_base_path_every_link_stays_there(site, client, settings):
    settings.FORCE_SCRIPT_NAME = "/portal/column"
    set_script_prefix("/portal/column/")
    try:
        crawl = Crawl(client, "/portal/column")
    finally:
        clear_script_prefix()
    assert crawl.dead == {}
    assert len(crawl.pages) > 7
