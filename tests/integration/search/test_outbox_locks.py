"""Workers and acts at the same rows of the outbox at the same time, on connections of their own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from pages.models import OutboxEntry
from pages.publication.outbox import enqueue, register_engine, unregister_engine
from search import outbox
from tests.factories.connections import Other

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
NAME = "test"


class Record:
    """As much of a record as the outbox looks at."""

    def __init__(self, key: str, version: int) -> None:
        self.key, self.version, self.visible_from = key, version, timezone.now()


@pytest.fixture(autouse=True)
def four_waiting(request: pytest.FixtureRequest) -> Any:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer")
    register_engine(NAME)
    raise_all("abcd", 1)
    yield
    unregister_engine(NAME)


def raise_all(keys: str, version: int) -> None:
    enqueue([Record(key, version) for key in keys], timezone.now())  # type: ignore[misc]


def lease(limit: int = 10) -> list[OutboxEntry]:
    return outbox.lease(NAME, timezone.now() + timedelta(seconds=1), limit)


def at_once(act: Callable[[], Any]) -> Any:
    """Do it, or fail when it waits for somebody's lock."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
        return act()


def test_rows_that_another_worker_is_taking_are_passed_by():
    other = Other(lambda: lease(2)).begin()
    mine = at_once(lease)
    other.commit()
    assert len(mine) == 2
    assert OutboxEntry.objects.exclude(lease_token=mine[0].lease_token).filter(engine=NAME).count() == 2


def test_rows_that_an_act_is_raising_are_passed_by():
    other = Other(lambda: raise_all("ab", 2)).begin()
    assert [row.key for row in at_once(lease)] == ["c", "d"]
    other.commit()
    assert [(row.key, row.version) for row in lease()] == [("a", 2), ("b", 2)]


@pytest.mark.parametrize("end", ["done", "put off", "refused"])
def test_a_worker_waits_for_no_act_that_raises_its_rows(end: str):
    rows = lease()
    other = Other(lambda: raise_all("bc", 2)).begin()
    ends: dict[str, Callable[[], Any]] = {
        "done": lambda: outbox._finish(rows, {}, timezone.now()),
        "put off": lambda: outbox._put_off(rows, "down"),
        "refused": lambda: [outbox._refuse(row, ValueError("no")) for row in rows],
    }
    at_once(ends[end])
    other.commit()
    raised = OutboxEntry.objects.filter(engine=NAME, version=2)
    assert [(row.key, row.leased_until, row.attempts) for row in raised.order_by("key")] == [
        ("b", None, 0),
        ("c", None, 0),
    ]
    assert OutboxEntry.objects.filter(engine=NAME).count() == (2 if end == "done" else 4)


def test_an_act_that_came_to_nothing_leaves_the_row_for_the_next_worker():
    rows = lease()

    def fails() -> None:
        raise_all("a", 2)
        transaction.set_rollback(True)

    other = Other(fails).begin()
    at_once(lambda: outbox._finish(rows, {}, timezone.now()))
    other.commit()
    assert [row.key for row in OutboxEntry.objects.filter(engine=NAME)] == ["a"]
    later = timezone.now() + outbox.LEASE + timedelta(seconds=1)
    assert [row.key for row in outbox.lease(NAME, later)] == ["a"]
