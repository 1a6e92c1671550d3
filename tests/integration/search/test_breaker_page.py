"""What visitors see while Elasticsearch is away, comes back, or refuses one question."""

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.test import Client
from elasticsearch.dsl import Search

from gongshi.servers.places import free_port
from search import engines
from search.engines import elasticsearch as module
from tests.factories.pages import make_decision
from tests.integration.search.conftest import settle

pytestmark = [pytest.mark.engine, pytest.mark.django_db]
PAUSE = 0.5
PASSED = {"content-type", "accept"}


def _answer(asked: urllib.request.Request) -> Any:
    """A refusal is an answer too."""
    try:
        return urllib.request.urlopen(asked, timeout=10)
    except urllib.error.HTTPError as refused:
        return refused


class Way:
    """A way to the server on a port of its own, which can be closed and opened."""

    def __init__(self, target: str) -> None:
        self.target, self.port, self.server = target, free_port(), None
        self.url = f"http://127.0.0.1:{self.port}"

    def open(self) -> None:
        """Pass everything on."""
        target = self.target

        class Handler(BaseHTTPRequestHandler):
            def do(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                headers = {name: value for name, value in self.headers.items() if name.lower() in PASSED}
                body = self.rfile.read(length) or None
                asked = urllib.request.Request(target + self.path, body, headers, method=self.command)
                with _answer(asked) as answer:
                    content = answer.read()
                    self.send_response(answer.status)
                    for name in ("Content-Type", "X-Elastic-Product"):
                        self.send_header(name, answer.headers[name])
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_HEAD = do_PUT = do  # noqa: N815 -- names of the library

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        server = self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Refuse connections."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


@pytest.fixture
def way(elasticsearch: Any, settings: Any) -> Iterator[Way]:
    """A filled Elasticsearch, asked through a way of its own with a short pause."""
    make_decision(publish=True)
    settle(elasticsearch)
    way = Way(settings.ELASTICSEARCH_URL)
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PAUSE = way.url, PAUSE
    way.open()
    yield way
    way.close()


def by_database(client: Client, words: str = "施工") -> bool:
    """Whether the database answered; all is found by either."""
    response = client.get("/search/", {"q": words})
    assert response.status_code == 200
    assert response.context["total"] == 1
    return bool(response.context["banner"])


def test_elasticsearch_is_asked_again_when_it_is_back(client: Client, way: Way):
    assert not by_database(client)
    way.close()
    assert by_database(client)
    time.sleep(PAUSE)
    assert by_database(client)  # the trial fails, and the pause begins anew
    way.open()
    assert by_database(client)
    time.sleep(PAUSE)
    assert [by_database(client), by_database(client)] == [False, False]


def test_a_question_that_is_refused_costs_nobody_else_anything(client: Client, way: Way, monkeypatch: Any):
    compile_search = module.compile_search

    def faulty(plan: Any, now: Any) -> Any:
        if plan.text == "擅自施工":
            return Search.from_dict({"query": {"match": {"title": {"query": "x", "operator": "no such"}}}})
        return compile_search(plan, now)

    monkeypatch.setattr(module, "compile_search", faulty)
    for _ in range(3):
        assert by_database(client, "擅自施工")
        assert not by_database(client)
    assert client.get("/search/results.csv", {"q": "擅自施工"}).status_code == 200


def test_a_fault_of_our_own_does_not_close_the_way(client: Client, way: Way, monkeypatch: Any):
    """An answer that cannot be read is a bug and said as one; the next visitor is answered."""
    assert not by_database(client)
    engine: Any = engines.elasticsearch_engine()
    with monkeypatch.context() as patched:
        patched.setattr(engine, "_run", lambda _search: {})
        with pytest.raises(KeyError):
            client.get("/search/", {"q": "施工"})
    assert not by_database(client)
