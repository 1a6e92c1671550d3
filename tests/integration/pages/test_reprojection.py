"""A changed mask or label reaches every record: at once where there are few, else by a worker, and surely."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.acts import rebuild_later, receivers
from records.models import PublicRecord, RecordRebuild, ScheduleSlot
from rules.models import Term
from tests.factories.pages import make_decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(monkeypatch):
    """More records than a request carries along."""
    monkeypatch.setattr(receivers, "AT_ONCE", 1)
    return [make_decision(publish=True) for _ in range(2)]


def rename() -> None:
    term = Term.objects.get(vocabulary="penalty_type", code="fine")
    term.label = "罚款（新）"
    term.save()


def labels() -> set[str]:
    return {label for record in PublicRecord.objects.filter(kind="penalty") for label in record.penalty_types}


def test_few_are_carried_along_in_the_request():
    make_decision(publish=True)
    rename()
    assert labels() == {"罚款（新）"}
    assert not RecordRebuild.objects.exists()


def test_many_are_left_to_the_worker_which_says_how_far_it_is(many, admin_client):
    rename()
    assert labels() == {"罚款"}
    assert "2" in admin_client.get("/admin/").content.decode()
    assert rebuild_later.carry_on()
    assert labels() == {"罚款（新）"}
    run = RecordRebuild.objects.get()
    assert run.finished_at is not None
    assert run.changed == 2
    assert not rebuild_later.carry_on()


def test_two_changes_are_one_run_and_a_dead_worker_leaves_it_to_the_next(many):
    rename()
    rename()
    token = ScheduleSlot.objects.take(rebuild_later.JOB, timezone.now(), timedelta(minutes=2))
    assert not rebuild_later.carry_on()
    ScheduleSlot.objects.filter(token=token).update(leased_until=timezone.now() - timedelta(seconds=1))
    assert rebuild_later.carry_on()
    assert not RecordRebuild.objects.unfinished().exists()
    assert labels() == {"罚款（新）"}
