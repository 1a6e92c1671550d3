"""The public search page and its download."""

import csv
import io
import re
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from records.models import OutboxEntry, PublicRecord
from rules.windows import last_day_before
from search import engines, maintenance, outbox
from tests.factories.pages import make_decision, make_party
from tests.factories.releases import let_out
from tests.integration.search.conftest import refresh

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


@pytest.fixture
def dead_elasticsearch(settings: Any) -> None:
    """An address where nobody answers."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"


def html(client: Client, **parameters: Any) -> str:
    response = client.get("/search/", parameters)
    assert response.status_code == 200
    return response.content.decode()


def visible_text(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def test_the_page_shows_number_marks_and_links(client: Client):
    page = make_decision(publish=True)
    shown = html(client, q="施工许可证")
    assert "<mark>施工许可证</mark>" in shown
    assert f'href="/decisions/2026/{page.slug}/"' in shown
    assert 'value="施工许可证"' in shown
    assert "year=2026" in shown


def test_filters_are_links_that_come_off_again(client: Client):
    make_decision(publish=True)
    make_decision(publish=True, types=("warning",))
    shown = html(client, q="施工", penalty="警告")
    assert 'href="/search/?q=%E6%96%BD%E5%B7%A5"' in shown
    assert shown.count('<li class="gs-result">') == 1


def test_markup_in_question_and_record_is_only_text(client: Client):
    make_decision(publish=True, facts="<script>alert(1)</script>珊瑚")
    shown = html(client, q="珊瑚<script>")
    assert "<script>alert" not in shown
    assert "珊瑚<script>" not in shown


def test_nothing_found_offers_a_way_on(client: Client):
    make_decision(publish=True)
    shown = html(client, q="珊瑚礁")
    assert '<li class="gs-result">' not in shown
    assert "gs-help" in shown


def test_pages_lead_on_and_back(client: Client):
    for _ in range(3):
        make_decision(publish=True)
    response = client.get("/search/", {"q": "施工", "page": 2})
    assert response.context["previous"] == "/search/?q=%E6%96%BD%E5%B7%A5"
    assert client.get("/search/", {"page": "999999999"}).status_code == 200


def test_an_expired_record_is_gone_with_no_worker_running(client: Client, time_machine_at: Any):
    make_decision(publish=True, facts="珊瑚。")
    end = PublicRecord.objects.get().visible_to
    assert '<li class="gs-result">' in html(client, q="珊瑚")
    time_machine_at(end)
    assert '<li class="gs-result">' not in html(client, q="珊瑚")
    assert "珊瑚。" not in download(client, q="珊瑚")[1]


@pytest.fixture
def time_machine_at() -> Iterator[Any]:
    """Move the clock to a moment."""
    import time_machine

    travels: list[Any] = []

    def go(moment: Any) -> None:
        travels.append(time_machine.travel(moment, tick=False))
        travels[-1].start()

    yield go
    for travel in travels:
        travel.stop()


def download(client: Client, **parameters: Any) -> tuple[list[list[str]], str]:
    response = client.get("/search/results.csv", parameters)
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(text))), text


def test_the_download_holds_everything_and_says_what_it_is(client: Client):
    for _ in range(3):
        make_decision(publish=True, parties=[make_party(credit_code="91211103MA0UC1234X")])
    rows, _text = download(client, q="施工", penalty="罚款")
    words, filters, _time, number = (row[1] for row in rows[:4])
    assert (words, number) == ("施工", "3")
    assert "罚款" in filters
    assert len(rows) == 4 + 1 + 1 + 3
    record = PublicRecord.objects.first()
    assert record is not None
    row = next(row for row in rows if record.doc_no in row)
    assert "91211103MA0UC1234X" in row
    assert "15000.00" in row
    assert last_day_before(record.visible_to).isoformat() in row


def test_no_cell_of_the_download_is_a_formula(client: Client):
    make_decision(publish=True, result="=HYPERLINK(1)", parties=[make_party("=cmd|' /C calc'!A0")])
    rows, _text = download(client, q="=1+1")
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t")]
    rows, _text = download(client)
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t")]


def test_the_download_is_streamed(client: Client):
    make_decision(publish=True)
    assert client.get("/search/results.csv").streaming


def took(client: Client) -> float:
    """Seconds of one search."""
    started = time.monotonic()
    assert client.get("/search/", {"q": "施工"}).status_code == 200
    return time.monotonic() - started


@pytest.mark.usefixtures("dead_elasticsearch")
def test_without_elasticsearch_the_database_answers_and_says_so(client: Client):
    make_decision(publish=True)
    response = client.get("/search/", {"q": "施工"})
    assert response.status_code == 200
    assert response.context["banner"]
    assert response.context["total"] == 1
    assert download(client, q="施工")[0][3][1] == "1"


def test_no_engine_at_all_is_an_outage_and_no_empty_list(client: Client, monkeypatch: pytest.MonkeyPatch):
    from search.engines.base import EngineUnavailableError

    def down(*_args: Any) -> Any:
        raise EngineUnavailableError("gone")

    monkeypatch.setattr(engines.database_engine(), "search", down)
    response = client.get("/search/", {"q": "施工"})
    assert response.status_code == 503
    assert "gs-help" not in response.content.decode()
    assert client.get("/search/results.csv").status_code == 503


def test_elasticsearch_that_hangs_costs_one_second_once(client: Client, settings: Any):
    make_decision(publish=True)
    took(client)
    usual = took(client)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepts and never answers
        settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert 0.9 < took(client) < usual * 2 + 1.5
        assert took(client) < usual * 2 + 0.5
        assert client.get("/search/", {"q": "施工"}).context["banner"]


def test_after_an_outage_reconcile_finds_no_difference(client: Client, elasticsearch: Any, settings: Any):
    before = make_decision(publish=True)
    outbox.feed("elasticsearch")
    address = settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    during = make_decision(publish=True)
    before.facts = "改为珊瑚。"
    let_out(before.save_revision())
    assert outbox.feed("elasticsearch").put_off == 2
    assert client.get("/search/", {"q": "施工"}).context["total"] == 2
    settings.ELASTICSEARCH_URL = address
    OutboxEntry.objects.update(available_at=timezone.now())
    outbox.feed("elasticsearch")
    refresh(elasticsearch)
    assert not maintenance.compare(elasticsearch).any
    response = client.get("/search/", {"q": "施工"})
    assert (response.context["total"], response.context["banner"]) == (2, "")
    assert during.title in response.content.decode().replace("<mark>", "").replace("</mark>", "")


def test_a_stale_index_shows_nothing_that_was_taken_down(client: Client, elasticsearch: Any):
    from pages.projection.saving import take_down

    make_decision(publish=True)
    outbox.feed("elasticsearch")
    refresh(elasticsearch)
    take_down(PublicRecord.objects.get(), timezone.now())
    assert '<li class="gs-result">' not in html(client, q="施工")


def test_the_page_is_asked_anew_each_time(client: Client):
    assert client.get("/search/")["Cache-Control"] == "no-cache"
    assert client.post("/search/").status_code == 405


def test_the_end_of_a_window_is_exact(client: Client, time_machine_at: Any):
    make_decision(publish=True)
    end = PublicRecord.objects.get().visible_to
    time_machine_at(end - timedelta(milliseconds=1))
    assert '<li class="gs-result">' in html(client, q="施工")
