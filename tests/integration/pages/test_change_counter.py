"""Counts are renewed by every commit that writes records, whatever its stamp; these tests empty the tables."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from pages.models import ChangeCounter, PublicRecord
from pages.publication import changes, snapshot
from pages.publication.snapshot import public_snapshot
from tests.factories.connections import Other
from tests.factories.pages import make_decision

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def kept() -> Iterator[Callable[[], int]]:
    """Ask for the count as another process does that hears no signal of this one."""
    snapshot.records_written.disconnect(dispatch_uid="pages.snapshot")
    snapshot._holder.clear()
    yield lambda: public_snapshot(timezone.now()).count()
    snapshot._holder.clear()
    snapshot.records_written.connect(snapshot._holder.clear, weak=False, dispatch_uid="pages.snapshot")


def hide(pk: int) -> None:
    """As a bulk statement or a hand in the database does: no signal, and an old stamp."""
    old = timezone.now() - timedelta(days=300)
    PublicRecord.objects.filter(pk=pk).update(state="removed", updated_at=old)


@pytest.fixture
def pks() -> list[int]:
    for _ in range(3):
        make_decision(publish=True)
    return list(PublicRecord.objects.order_by("pk").values_list("pk", flat=True))


def test_a_commit_that_began_earlier_renews_the_counts(kept: Callable[[], int], pks: list[int]):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: the one that began earlier ends earlier")
    earlier = Other(lambda: hide(pks[0])).begin()
    hide(pks[1])
    assert kept() == 2
    assert kept() == 2
    earlier.commit()
    assert kept() == 1


def test_writers_of_records_wait_for_no_other(pks: list[int]):
    """Neither behind one another nor in a circle: each touches a record before and after the other one's."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer")
    before = changes.counted()
    others = [Other(lambda pk=pk: hide(pk)).begin() for pk in pks[:2]]
    assert all(other.acted.is_set() and other.fault is None for other in others)
    hide(pks[2])
    seen = [before, changes.counted()]
    for other in others:
        other.commit()
        seen.append(changes.counted())
    assert seen == sorted(set(seen))
    hide(pks[0])
    assert ChangeCounter.objects.count() == 3  # no more than there were writers at once


def test_a_record_deleted_or_made_by_any_way_renews_the_counts(kept: Callable[[], int], pks: list[int]):
    assert kept() == 3
    PublicRecord.objects.filter(pk=pks[0]).delete()
    assert kept() == 2
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_publicrecord SET state = 'removed' WHERE id = %s", [pks[1]])
    assert kept() == 1
    make_decision(publish=True)
    assert kept() == 2


def hide_and_take_back(pk: int) -> None:
    with transaction.atomic():
        before = changes.counted()
        hide(pk)
        assert changes.counted() > before
        transaction.set_rollback(True)


def test_what_was_taken_back_counts_for_nothing(kept: Callable[[], int], pks: list[int]):
    before = changes.counted()
    hide_and_take_back(pks[0])
    assert changes.counted() == before
    with transaction.atomic():
        hide_and_take_back(pks[0])
        hide(pks[1])
    assert changes.counted() > before
    assert kept() == 2


def test_a_transaction_counts_once_however_much_it_writes(pks: list[int]):
    hide(pks[0])
    before = changes.counted()
    with transaction.atomic():
        for pk in pks:
            hide(pk)
    if connection.vendor == "postgresql":
        assert changes.counted() == before + 1
    assert changes.counted() > before


def test_a_counter_that_was_emptied_never_comes_back_to_an_old_value(pks: list[int]):
    before = changes.counted()
    ChangeCounter.objects.all().delete()
    hide(pks[0])
    assert changes.counted() > before


def test_lost_triggers_are_named_and_made_again(pks: list[int]):
    changes.uninstall(connection)
    assert len(changes.missing(connection)) == 3
    assert [error.id for error in changes.check_counter(None, databases=["default"])] == ["pages.E002"] * 3
    call_command("migrate", verbosity=0)
    assert changes.missing(connection) == []
    before = changes.counted()
    hide(pks[0])
    assert changes.counted() > before
