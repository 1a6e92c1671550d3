"""Messages of the clock: late ones do their work once; whoever follows the records is woken once."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from gongshi.celery import app
from records.models import ScheduleSlot
from records.ticks import clock_task
from records.waking import one_wake, wake_after_commit

pytestmark = pytest.mark.django_db
SENT = datetime(2026, 5, 6, 8, 0, tzinfo=UTC)
done: list[str] = []


@clock_task("tests.tick")
def tick() -> None:
    done.append("tick")
    if "break" in done:
        raise RuntimeError("broken")


@pytest.fixture
def clock():
    with time_machine.travel(SENT, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _nothing_done():
    done.clear()


def arrive(sent: datetime, job: str = "tests", **delivery: object) -> None:
    """A message of beat reaches a worker."""
    tick.push_request(headers={"job": job, "sent_at": sent.isoformat()}, delivery_info=delivery)
    try:
        tick.run()
    finally:
        tick.pop_request()


def test_twelve_late_messages_are_one_run_and_the_next_in_time_is_another(clock):
    clock.move_to(SENT + timedelta(minutes=12))
    for minute in range(12):
        arrive(SENT + timedelta(minutes=minute))
    assert done == ["tick"]
    clock.move_to(SENT + timedelta(minutes=13))
    arrive(SENT + timedelta(minutes=13) - timedelta(milliseconds=5))
    assert done == ["tick", "tick"]
    arrive(SENT, job="another")
    assert len(done) == 3


def test_a_message_given_back_by_a_killed_worker_runs_again(clock):
    clock.move_to(SENT)
    arrive(SENT - timedelta(seconds=1))
    arrive(SENT - timedelta(seconds=1), redelivered=True)
    assert len(done) == 2


def test_a_start_in_the_future_blocks_nothing(clock):
    clock.move_to(SENT + timedelta(hours=1))
    arrive(SENT + timedelta(hours=1))
    clock.move_to(SENT)
    arrive(SENT - timedelta(seconds=1))
    assert len(done) == 2


def test_the_row_remembers_the_last_end_and_a_failure_is_none(clock):
    clock.move_to(SENT + timedelta(seconds=3))
    arrive(SENT)
    slot = ScheduleSlot.objects.get(job="tests")
    assert (slot.began_at, slot.ended_at) == (SENT + timedelta(seconds=3), SENT + timedelta(seconds=3))
    done.append("break")
    clock.move_to(SENT + timedelta(seconds=63))
    with pytest.raises(RuntimeError):
        arrive(SENT + timedelta(seconds=60))
    slot.refresh_from_db()
    assert (slot.began_at, slot.ended_at) == (SENT + timedelta(seconds=63), SENT + timedelta(seconds=3))


def test_called_by_hand_it_always_works():
    tick()
    tick()
    assert len(done) == 2
    assert not ScheduleSlot.objects.exists()


def test_no_message_of_the_clock_expires_and_each_names_its_job_and_queue():
    app.loader.import_default_modules()
    for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
        options = entry["options"]
        assert "expires" not in options
        assert options["headers"] == {"job": name}
        assert options["queue"] in {"clock", "bulk"}
        assert app.tasks[entry["task"]].ignore_result
    by_the_minute = {"publish", "import-inboxes", "sweep-outbox", "editors-search", "health"}
    on_the_clock = {name for name, one in settings.CELERY_BEAT_SCHEDULE.items() if one["options"]["queue"] == "clock"}
    assert by_the_minute == on_the_clock


def test_an_act_of_many_records_wakes_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _record in range(5):
            wake_after_commit(_woken)
        with suppress(ZeroDivisionError), transaction.atomic():
            wake_after_commit(_woken)
            raise ZeroDivisionError
    assert done == ["woken"]


def test_what_is_rolled_back_takes_its_wake_along(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        with suppress(ZeroDivisionError), transaction.atomic():
            wake_after_commit(_woken)
            raise ZeroDivisionError
        wake_after_commit(_woken)
    assert done == ["woken"]


def test_a_run_of_many_acts_wakes_once_even_when_it_breaks(django_capture_on_commit_callbacks):
    with suppress(ZeroDivisionError), one_wake():
        for _act in range(3):
            with django_capture_on_commit_callbacks(execute=True), one_wake():
                wake_after_commit(_woken)
        assert done == []
        raise ZeroDivisionError
    assert done == ["woken"]


def _woken() -> None:
    done.append("woken")
