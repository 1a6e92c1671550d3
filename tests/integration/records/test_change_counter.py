"""Counts are renewed by every commit that writes records, whatever its stamp; these tests empty the tables."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from records import changes
from records.counts import count_public
from records.models import ChangeCounter, PublicRecord
from tests.factories.connections import Other
from tests.factories.records import make_record
from tests.factories.releases import a_release

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def kept() -> Callable[[], int]:
    """Ask for the count as a request does, which has a moment of its own."""
    return lambda: count_public(timezone.now(), "penalty")


def publish(number: int) -> PublicRecord:
    now = timezone.now()
    return PublicRecord.objects.create(
        key=f"penalty-x{number}",
        kind="penalty",
        path=f"/decisions/2026/x{number}/",
        title=f"某公司第{number}号案",
        decided_on=date(2026, 1, 1),
        published_on=date(2026, 1, 2),
        year=2026,
        visible_from=now - timedelta(days=1),
        visible_to=now + timedelta(days=90),
        content_hash="0" * 64,
        updated_at=now,
        release=a_release(f"penalty-x{number}"),
    )


def hide(pk: int) -> None:
    """As a bulk statement or a hand in the database does: no signal, and an old stamp."""
    old = timezone.now() - timedelta(days=300)
    PublicRecord.objects.filter(pk=pk).update(state="removed", updated_at=old)


def hide_and_take_back(pk: int) -> None:
    with transaction.atomic():
        before = changes.counters().records
        hide(pk)
        assert changes.counters().records > before
        transaction.set_rollback(True)


@pytest.mark.postgresql
def test_a_commit_that_began_earlier_renews_the_counts(kept: Callable[[], int]):
    pks = [publish(number).pk for number in range(4)]
    earlier = Other(lambda: hide(pks[0])).begin()
    hide(pks[1])
    assert [kept(), kept()] == [3, 3]
    earlier.commit()
    assert kept() == 2
    # Writers wait for no other, neither behind one another nor in a circle.
    seen = [changes.counters().records]
    others = [Other(lambda pk=pk: hide(pk)).begin() for pk in pks[:2]]
    hide(pks[2])
    seen.append(changes.counters().records)
    for other in others:
        other.commit()
        seen.append(changes.counters().records)
    assert seen == sorted(set(seen))
    hide(pks[3])
    assert ChangeCounter.objects.filter(topic=changes.RECORDS).count() == 3  # no more than there were writers at once
    before = changes.counters().records
    with transaction.atomic():
        for pk in pks:
            hide(pk)
    assert changes.counters().records == before + 1


def test_whatever_way_records_are_written_the_counts_are_renewed(kept: Callable[[], int]):
    pks = [publish(number).pk for number in range(5)]
    assert kept() == 5
    PublicRecord.objects.filter(pk=pks[0]).delete()
    assert kept() == 4
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_publicrecord SET state = 'removed' WHERE id = %s", [pks[1]])
    assert kept() == 3
    publish(9)
    assert kept() == 4
    before = changes.counters().records
    hide_and_take_back(pks[2])
    assert changes.counters().records == before
    with transaction.atomic():
        hide_and_take_back(pks[2])
        hide(pks[3])
    assert changes.counters().records > before
    assert kept() == 3
    # A counter that was emptied never comes back to an old value.
    before = changes.counters().records
    ChangeCounter.objects.all().delete()
    hide(pks[2])
    assert changes.counters().records > before
    # Triggers that were lost are named and made again.
    changes.uninstall(connection)
    assert len(changes.missing(connection)) == 20
    assert [error.id for error in changes.check_counter(None, databases=["default"])] == ["pages.E002"] * 20
    call_command("migrate", verbosity=0)
    assert changes.missing(connection) == []
    before = changes.counters().records
    hide(pks[4])
    assert changes.counters().records > before


def test_after_a_restore_no_value_comes_back():
    make_record("permit")
    before = changes.counters()
    changes.restart()
    after = changes.counters()
    assert after.records > before.records
    assert after.frame > before.frame
    make_record("permit")
    assert changes.counters().records > after.records
