"""What every test may ask for: addresses of real servers, and a network that ends at the loopback.

``./test`` starts all servers once and hands their addresses on in ``GONGSHI_TEST_*``. A test run by hand starts what it
asks for itself. A server that cannot be had is an error, never a skip.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection

from gongshi.servers import Server, start_elasticsearch, start_redis
from records import counts
from records.public import context, sections
from tests.factories.migrated import use_copies
from tests.factories.pages import make_site

# Before every day on which a test plays.
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_use_migrations: bool, django_db_createdb: bool, testrun_uid: str
) -> None:
    """No worker migrates from nothing: each begins with a copy of what one has migrated."""
    if django_db_use_migrations:
        use_copies(connection, testrun_uid if django_db_createdb else "")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database, with the column's tree in it: nearly every test wants it, and making it takes a second."""
    with django_db_blocker.unblock(), time_machine.travel(LONG_AGO, tick=False):
        make_site()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """What a test keeps stands under a change counter that is taken back with its rows."""
    for cache in caches.all():
        cache.clear()
    counts.forget()
    counts._written_in.set(None)
    context._portal.forget()
    sections._sections.forget()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folder says the kind of a test: unit tests need no server, browser tests need Chromium."""
    files: dict[Path, set[bool]] = {}
    for item in items:
        folder = item.path.relative_to(item.config.rootpath / "tests").parts[0]
        if folder in {"unit", "browser"}:
            item.add_marker(folder)
        if item.get_closest_marker("django_db") or _empties(item):
            files.setdefault(item.path, set()).add(_empties(item))
    _keep_apart(files)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Two writers at one moment need a database that has them."""
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        pytest.fail("needs PostgreSQL: ./test, or GONGSHI_TEST_DATABASE_URL", pytrace=False)


def _empties(item: pytest.Item) -> bool:
    """Whether a test empties the tables, the rows of the migrations too."""
    mark = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or (mark is not None and mark.kwargs.get("transaction", False))


def _keep_apart(files: dict[Path, set[bool]]) -> None:
    """Refuse a file in which some tests empty the tables and others rely on them.

    pytest-django puts the former behind the latter; a worker takes a file as a whole, in the order of its first test.
    """
    mixed = sorted(str(path) for path, kinds in files.items() if len(kinds) > 1)
    if mixed:
        raise pytest.UsageError(f"tests that empty the tables belong into a file of their own: {', '.join(mixed)}")


def pytest_report_header() -> str:
    """Say which database the run is on."""
    address = os.environ.get("GONGSHI_TEST_DATABASE_URL", "")
    return "database: " + ("PostgreSQL" if address.startswith("postgres") else "SQLite")
