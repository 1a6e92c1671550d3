"""What every test may ask for: addresses of real servers, and a network that ends at the loopback.

``./test`` starts all servers once and hands their addresses on in ``GONGSHI_TEST_*``. A test run by hand starts what it
asks for itself. A server that cannot be had is an error, never a skip.
"""

import os
from collections.abc import Callable, Iterator

import pytest

from gongshi.servers import Server, start_elasticsearch, start_redis


def _address(variable: str, start: Callable[[], Server]) -> Iterator[str]:
    given = os.environ.get(variable)
    if given:
        yield given
        return
    server = start()
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def es_url() -> Iterator[str]:
    """Address of a real Elasticsearch node, shared by all tests: use index names of your own."""
    yield from _address("GONGSHI_TEST_ELASTICSEARCH_URL", start_elasticsearch)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """Address of a real Redis, shared by all tests: use keys of your own."""
    yield from _address("GONGSHI_TEST_REDIS_URL", start_redis)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folder says the kind of a test: unit tests need no server, browser tests need Chromium."""
    for item in items:
        folder = item.path.relative_to(item.config.rootpath / "tests").parts[0]
        if folder in {"unit", "browser"}:
            item.add_marker(folder)
        item.add_marker(pytest.mark.xdist_group(_group(item)))


def _group(item: pytest.Item) -> str:
    """What one worker runs in one go: a file, for its fixtures.

    Tests that empty the tables stay a group of their own: pytest-django puts them behind all that rely on the rows of
    the migrations, and the groups are handed out in that order.
    """
    mark = item.get_closest_marker("django_db")
    empties = "live_server" in getattr(item, "fixturenames", ()) or (
        mark is not None and mark.kwargs.get("transaction")
    )
    return f"{item.path.name}{'-empties' if empties else ''}"


def pytest_report_header() -> str:
    """Say which database the run is on."""
    address = os.environ.get("GONGSHI_TEST_DATABASE_URL", "")
    return "database: " + ("PostgreSQL" if address.startswith("postgres") else "SQLite")
