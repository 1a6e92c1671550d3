"""Two workers at one lease: who comes second passes by at once instead of waiting for the first (PostgreSQL)."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from importers.models import ImportRun, ImportSource, RunState
from records.models import ScheduleSlot

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
NOW, LEASE = timezone.now(), timedelta(seconds=60)


@pytest.fixture
def slot():
    """Takes a slot; whether that worked."""
    ScheduleSlot.objects.create(job="tests")
    return lambda: bool(ScheduleSlot.objects.take("tests", NOW, LEASE))


@pytest.fixture
def run():
    """Takes a run; whether that worked."""
    source = ImportSource.objects.create(name="周报")
    made = ImportRun.objects.create(
        source=source, kind="penalty", day=NOW.date(), stored_name="x", state=RunState.APPLYING
    )
    return lambda: ImportRun.objects.get(pk=made.pk).take()


def beside(take) -> object:
    """Take on another connection; what came of it within 20 seconds."""
    given: list[object] = []

    def work() -> None:
        given.append(take())
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    return given[0] if given else "waits"


@pytest.mark.parametrize("name", ["slot", "run"])
def test_what_another_is_taking_is_passed_by(request, name):
    take = request.getfixturevalue(name)
    passes_by = connection.features.has_select_for_update_skip_locked
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        assert take()
        if passes_by:
            assert beside(take) is False
    assert any("SKIP LOCKED" in query["sql"] for query in asked) is passes_by
    assert not take()
