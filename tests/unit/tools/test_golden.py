"""What two runs share is kept, what differs between them is left out."""

import secrets
import uuid
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from tests.tools.golden import chance
from tests.tools.golden.canonical import file_name, normalised, plain, without_apps
from tests.tools.golden.reading import menus, read
from tests.tools.golden.rooms import Rooms
from tests.tools.golden.schema import parts
from tests.tools.golden.walk import links

SCREEN = """<html><head><title>New</title></head><body>
<script id="wagtail-sidebar-props" type="application/json">
{"modules": [{"_type": "wagtail.sidebar.SubMenuItem", "_args": [{"name": "law", "label": "Law"},
  [{"_type": "wagtail.sidebar.LinkMenuItem", "_args": [{"label": "Articles", "url": "/admin/articles/"}]}]]}]}
</script>
<main><form><input type="hidden" name="csrfmiddlewaretoken" value="Xy12">
<label for="a">名称</label><input id="a" name="name" type="text" value="Li" required maxlength="20">
<label>Width</label><input type="checkbox">
<select name="kind"><option>one</option><option selected>two</option></select></form>
<table><thead><tr><th>Date</th><th>Title</th></tr></thead></table>
<a>Next</a><a href="/admin/snippets/wagtailcore/page/3/">Third</a><script>random()</script></main></body></html>"""


def test_a_screen_is_read_as_a_person_sees_it():
    screen = read(SCREEN)
    assert screen.links == ["/admin/snippets/wagtailcore/page/3/", "", "/admin/articles/"]
    lines = screen.text.splitlines()
    assert "name | input | text | 名称 | required | maxlength=20 | Li" in lines
    assert "kind | select |  |  | one / *two" in lines
    assert "- | input | checkbox | " in lines
    assert "Date | Title" in lines
    assert "Third\t/admin/snippets/_/page/3/" in lines
    assert not [line for line in lines if line.startswith("Next\t")]
    assert "Xy12" not in screen.text
    assert "random" not in screen.text


def answered(content, kind="text/html", address="/laws/"):
    return SimpleNamespace(address=address, type=kind, content=content.encode())


def test_links_lead_to_the_pages_of_the_site_alone():
    page = """<a href="law-1/">1</a><a href="https://example.org/">2</a><a href="/admin/">3</a><img src="/media/a.png">
        <form action="/search/"></form><form method="post" action="/language/"></form>"""
    assert list(links(answered(page))) == ["/laws/law-1/", "/media/a.png", "/search/"]
    assert list(links(answered(page, address="/laws/?year=2026"))) == []
    sitemap = "<urlset><url><loc>http://testserver/laws/law-2/</loc></url></urlset>"
    assert list(links(answered(sitemap, "application/xml"))) == ["/laws/law-2/"]
    assert list(links(answered(""))) == [], "a redirect"


def test_a_menu_holds_its_entries():
    assert menus(SCREEN) == [["Law", "", [["Articles", "/admin/articles/", []]]]]


def test_the_app_of_a_model_is_left_out_also_in_an_address_within_another():
    assert without_apps("/x/?next=%2Fadmin%2Fwagtailcore%2Fpage%2F wagtailcore.site /admin/pages/3/") == (
        "/x/?next=%2Fadmin%2F_%2Fpage%2F _.site /admin/pages/3/"
    )


def test_tokens_and_hashes_are_left_out():
    one, other = (
        f'<script nonce="{mark}" src="/static/a.js?v={mark}"></script><input name="csrfmiddlewaretoken" value="{mark}">'
        for mark in ("0123456789ab", "ba9876543210")
    )
    assert normalised(one) == normalised(other)
    assert normalised("第12号") == "第12号"


def test_moments_are_told_in_seconds():
    assert plain(datetime(2026, 11, 25, 2, 0, 0, 123, tzinfo=UTC)) == "2026-11-25T10:00:00+08:00"


def test_an_address_becomes_a_path_below_the_folder():
    assert file_name("/", ".html") == "home.html"
    assert file_name("/search/?q=a/b", ".html") == "search/_q=a_b.html"
    assert len(file_name("/search/?q=" + "执" * 200, ".html").encode()) < 255


def test_a_table_is_taken_apart_at_its_own_commas():
    sql = """CREATE TABLE "t" ("a" decimal(8, 2) NOT NULL, "b" text DEFAULT ',' , CHECK ("a" IN (1, 2)))"""
    assert [part.strip() for part in parts(sql)] == [
        '"a" decimal(8, 2) NOT NULL', "\"b\" text DEFAULT ','", 'CHECK ("a" IN (1, 2))',
    ]  # fmt: skip


def test_of_one_pattern_two_addresses_are_looked_at_and_all_acts_on_what_is_edited():
    rooms = Rooms()
    for number in (1, 2, 3):
        rooms.found(f"/admin/pages/{number}/history/", "/admin/pages/")
    rooms.found("/admin/pages/4/history/", "/admin/pages/4/edit/")
    for number in (1, 2, 3):
        rooms.found(f"/admin/records/{number}/withdraw/", f"/admin/pages/{number}/edit/")
    rooms.found("/admin/logout/", "/admin/")
    rooms.found("/decisions/", "/admin/")
    seen = list(iter(rooms.next, ""))
    assert seen == [
        "/admin/pages/1/history/", "/admin/pages/2/history/",
        "/admin/records/1/withdraw/", "/admin/records/2/withdraw/", "/admin/records/3/withdraw/",
    ]  # fmt: skip


@pytest.fixture
def replaced(monkeypatch):
    """The functions of chance come back after the test."""
    for owner, name in ((uuid, "uuid4"), (secrets, "token_hex"), (secrets, "randbits")):
        monkeypatch.setattr(owner, name, getattr(owner, name))


def drawn():
    clock = chance.fixed_chance()
    with clock.at(chance.PREPARED):
        moments = [datetime.now(UTC), secrets.randbits(10), datetime.now(UTC)]
        return [str(uuid.uuid4()), secrets.token_hex(32), *moments]


def test_chance_and_clock_are_the_same_each_time(replaced):
    first = drawn()
    assert first == drawn()
    assert first[2] < first[4], "two row numbers drawn one after the other are two"
