"""The shipped nginx configuration in a real nginx: it keeps answers, and never past a window's end."""

import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from urllib.parse import quote

import pytest

from tests.factories.migrated import sqlite_copy
from tests.factories.web import House, open_house

# A list that no other test has put into the cache.
LIST = "/decisions/?page=last-minute"
CANARY = "金丝雀附件内容"
_MAKE = f"""
from django.core.files.base import ContentFile
from pages.models import DecisionAttachment
from privacy.models import BureauDocument
from records.models import PublicRecord
from tests.factories.files import passed
from tests.factories.pages import make_decision
from wagtail.models import Collection
from tests.factories.releases import let_out
def decide(name):
    paper = BureauDocument(title="决定书", collection=Collection.get_first_root_node())
    paper.file.save(name, ContentFile("{CANARY}".encode()))
    paper.save()
    passed(paper)
    page = make_decision(publish=True)
    page.attachments.add(DecisionAttachment(document=paper, title="决定书"))
    let_out(page.save_revision())
    print(PublicRecord.objects.get(page_id=page.pk).path, paper.url)
decide("decision.txt")
decide("short.txt")
"""


@dataclass
class Answer:
    """What came back, and when it was asked for."""

    status: int
    body: str
    headers: Message
    asked: datetime


def ask(house: House, path: str, **headers: str) -> Answer:
    asked = datetime.now(UTC)
    address = f"http://127.0.0.1:{house.port}" + quote(path, safe="/?=&")
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            return Answer(reply.status, reply.read().decode(errors="replace"), reply.headers, asked)
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read().decode(errors="replace"), error.headers, asked)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[House, list[str]]:
    """A site with two decisions, each with an attachment, not yet open; path and file address of both."""
    house = House(tmp_path_factory.mktemp("house"))
    sqlite_copy(house.var / "gongshi.sqlite3")
    house.manage("collectstatic", "--noinput", "--verbosity", "0")
    return house, house.python(_MAKE).split()


@pytest.fixture(scope="module")
def site(made) -> Iterator[tuple[House, str, str]]:
    house, (path, paper, *_short) = made
    with open_house(house):
        yield house, path, paper


def test_a_page_is_kept_and_a_browser_asks_each_time(site):
    house, path, _paper = site
    first, second = ask(house, path), ask(house, path)
    assert (first.status, first.headers["X-Cache"], second.headers["X-Cache"]) == (200, "MISS", "HIT")
    assert second.headers.get_all("Cache-Control") == ["public, max-age=0, must-revalidate"]
    assert second.body == first.body
    assert ask(house, path, **{"If-None-Match": second.headers["ETag"]}).status == 304
    english = ask(house, path, Cookie="language=en")
    assert english.headers["X-Cache"] == "MISS"
    assert english.headers["Content-Language"] == "en"


def test_files_pass_through_the_program_only(site):
    house, _path, paper = site
    answer = ask(house, paper)
    assert (answer.status, answer.body) == (200, CANARY)
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert ask(house, paper, Range="bytes=0-2").status == 206
    for behind in ("/protected-media/documents/decision.txt", "/media/documents/decision.txt", "/static/../media/x"):
        assert ask(house, behind).status in {400, 404}, behind


def test_what_monitoring_asks_is_hidden_from_outside(site):
    house, _path, _paper = site
    assert {ask(house, path).status for path in ("/metrics", "/readyz", "/metrics/", "/readyz/")} == {404}


def test_static_files_with_a_checksum_are_kept_for_ever(site):
    house, path, _paper = site
    page = ask(house, path).body
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = ask(house, sheet)
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")


def test_the_log_holds_no_question(site):
    house, _path, _paper = site
    ask(house, "/search/?q=某公司")
    ask(house, "/search/?words=canarywords")
    log = (house.folder / "gongshi.log").read_text()
    assert "/search/" in log
    assert "canarywords" not in log


def warm(house: House, path: str, paper: str) -> None:
    """Let every process of the web server load what its first answers need, so that the window is not over by then."""
    for turn in range(6):
        for address in (f"{path}?warm={turn}", f"/decisions/?warm={turn}", paper):
            ask(house, address)


def test_nothing_is_shown_past_the_end_of_its_window(site, made):
    house, *_long = site
    path, paper = made[1][2:]
    warm(house, made[1][0], made[1][1])
    end = datetime.now(UTC) + timedelta(seconds=15)
    house.end_at(end, path)
    answers = {address: [ask(house, address)] for address in (path, paper, LIST)}
    assert {kept[0].status for kept in answers.values()} == {200}
    assert 0 < int(answers[paper][0].headers["Cache-Control"].split("max-age=")[1].split(",")[0]) < 15
    while datetime.now(UTC) < end + timedelta(seconds=2):
        for address, given in answers.items():
            given.append(ask(house, address))
        time.sleep(0.1)
    assert "HIT" in {answer.headers["X-Cache"] for answer in answers[path]}
    for address in (path, paper):
        assert max(answer.asked for answer in answers[address] if answer.status == 200) < end, address
        assert answers[address][-1].status == 410
    assert max(answer.asked for answer in answers[LIST] if path in answer.body) < end


def test_a_portals_path_leads_to_the_same_site(made, tmp_path):
    first, (path, paper, *_short) = made
    house = House(tmp_path, "/xzzfgs")
    shutil.copytree(first.var, house.var, dirs_exist_ok=True)
    with open_house(house):
        home = ask(house, "/xzzfgs/")
        assert home.status == 200
        assert 'href="/xzzfgs/decisions/"' in home.body
        assert ask(house, f"/xzzfgs{path}").status == 200
        assert ask(house, f"/xzzfgs{paper}").body == CANARY
        assert ask(house, home.body.split('rel="stylesheet" href="')[1].split('"')[0]).status == 200
        assert ask(house, "/xzzfgs/metrics").status == 404
