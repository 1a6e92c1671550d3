"""Workers and acts at the same rows of the outbox at the same time, on connections of their own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from records.models import OutboxEntry
from records.outbox import engines as fed_engines
from records.outbox import enqueue
from search import outbox
from tests.factories.connections import Other

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
NAME = "test"


class Record:
    """As much of a record as the outbox looks at."""

    def __init__(self, key: str, version: int) -> None:
        self.key, self.version, self.visible_from = key, version, timezone.now()


@pytest.fixture(autouse=True)
def four_waiting(request: pytest.FixtureRequest) -> Any:
    fed_engines.register(NAME)
    raise_all("abcd", 1)
    yield
    fed_engines.unregister(NAME)


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


def test_workers_and_acts_pass_by_each_other():
    other = Other(lambda: lease(2)).begin()
    mine = at_once(lease)  # what another worker is taking is passed by
    other.commit()
    assert len(mine) == 2
    assert OutboxEntry.objects.exclude(lease_token=mine[0].lease_token).filter(engine=NAME).count() == 2

    raise_all("abcd", 2)
    other = Other(lambda: raise_all("ab", 3)).begin()
    assert [row.key for row in at_once(lease)] == ["c", "d"]  # what an act is raising too
    other.commit()
    assert [(row.key, row.version) for row in lease()] == [("a", 3), ("b", 3)]

    ends: dict[int, Callable[[list[OutboxEntry]], Any]] = {
        4: lambda rows: outbox._put_off(rows, "down"),
        6: lambda rows: [outbox._refuse(row, ValueError("no")) for row in rows],
        8: lambda rows: outbox._finish(rows, {}, timezone.now()),
    }
    for version, end in ends.items():
        raise_all("abcd", version)
        rows = lease()
        other = Other(lambda: raise_all("bc", version + 1)).begin()  # noqa: B023 -- it has acted when this goes on
        at_once(lambda: end(rows))  # noqa: B023
        other.commit()
        raised = OutboxEntry.objects.filter(engine=NAME, version=version + 1).order_by("key")
        assert [(row.key, row.leased_until, row.attempts) for row in raised] == [("b", None, 0), ("c", None, 0)]
    assert OutboxEntry.objects.filter(engine=NAME).count() == 2

    # An act that came to nothing leaves the row for the next worker.
    rows = lease()
    other = Other(lambda: (raise_all("b", 10), transaction.set_rollback(True))).begin()
    at_once(lambda: outbox._finish(rows, {}, timezone.now()))
    other.commit()
    assert [row.key for row in OutboxEntry.objects.filter(engine=NAME)] == ["b"]
    assert [row.key for row in outbox.lease(NAME, timezone.now() + outbox.LEASE + timedelta(seconds=2))] == ["b"]
