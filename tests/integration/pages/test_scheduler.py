"""The scheduler brings pages in line; the public never waits for it."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.scheduling import due as due_acts
from pages.scheduling import runner
from pages.scheduling.due import moments
from pages.tasks import publish_due, publish_due_now
from records.models import PublicRecord, SchedulerRun, ScheduleSlot
from tests.factories.pages import make_decision
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
START = NOW + timedelta(hours=3, seconds=7)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def scheduled(start: datetime = START, **values) -> PenaltyDecisionPage:
    page = make_decision(**values)
    page.go_live_at = start
    let_out(page.save_revision())
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def fresh(page: PenaltyDecisionPage) -> PenaltyDecisionPage:
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def test_a_first_start_is_seen_without_the_scheduler_and_then_brought_in_line(clock, client):
    page = scheduled()
    path = PublicRecord.objects.get().path
    clock.move_to(START - timedelta(seconds=1))
    runner.run()
    assert client.get(path).status_code == 404
    clock.move_to(START)
    assert client.get(path).status_code == 200
    assert not fresh(page).live
    clock.move_to(START + timedelta(minutes=5))
    report = runner.run()
    assert (report.published, report.changed, report.unpublished, report.failed) == (1, 0, 0, 0)
    assert fresh(page).live
    record = PublicRecord.objects.get()
    assert (record.visible_from, record.version) == (START, 1)


def test_a_scheduled_change_waits_for_its_moment_and_becomes_a_new_version(clock, client):
    page = make_decision(publish=True)
    path = PublicRecord.objects.get().path
    page.facts = "更正后的事实"
    page.go_live_at = START
    let_out(page.save_revision())
    assert "更正后的事实" not in client.get(path).content.decode()
    clock.move_to(START)
    assert runner.run().changed == 1
    assert "更正后的事实" in client.get(path).content.decode()
    assert PublicRecord.objects.get().version == 2


def test_an_end_is_seen_without_the_scheduler_and_then_brought_in_line(clock, client):
    page = make_decision(publish=True)
    record = PublicRecord.objects.get()
    clock.move_to(page.expire_at)
    assert client.get(record.path).status_code == 410
    assert runner.run().unpublished == 1
    page = fresh(page)
    assert (page.live, page.expired) == (False, True)
    assert client.get(record.path).status_code == 410
    assert PublicRecord.objects.get().version == record.version


def test_publishing_a_page_whose_end_is_past_does_not_make_it_live(clock):
    page = make_decision(publish=True)
    clock.move_to(page.expire_at + timedelta(days=1))
    runner.run()
    page = fresh(page)
    page.facts = "事后补充"
    let_out(page.save_revision())
    assert not fresh(page).live
    assert not PublicRecord.objects.public(clock_now()).exists()


def clock_now() -> datetime:
    return datetime.now(tz=UTC)


def test_one_failing_page_stops_no_other(clock, monkeypatch):
    bad, good = scheduled(START), scheduled(START + timedelta(seconds=1))
    publish = due_acts._publish

    def fail_for_bad(pk, now):
        outcome = publish(pk, now)
        if fresh(bad).live:
            raise RuntimeError("broken")
        return outcome

    monkeypatch.setattr(due_acts, "_publish", fail_for_bad)
    clock.move_to(START + timedelta(minutes=1))
    report = runner.run()
    assert (report.published, report.failed) == (1, 1)
    assert report.errors[0]["pk"] == str(bad.pk)
    assert (fresh(bad).live, fresh(good).live) == (False, True)


def test_a_second_scheduler_is_harmless(clock):
    page = scheduled()
    clock.move_to(START)
    token = ScheduleSlot.objects.take(runner.JOB, START, timedelta(seconds=120))
    assert token
    assert runner.run() is None
    assert not fresh(page).live
    ScheduleSlot.objects.release(runner.JOB, token)
    assert runner.run().published == 1
    assert runner.run().published == 0


def test_a_scheduler_that_died_blocks_for_two_minutes_only(clock):
    page = scheduled()
    clock.move_to(START)
    ScheduleSlot.objects.take(runner.JOB, START, timedelta(seconds=120))
    clock.move_to(START + timedelta(seconds=121))
    assert runner.run().published == 1
    assert fresh(page).live


def test_the_task_asks_to_be_woken_at_each_moment_of_the_minute(clock, monkeypatch):
    scheduled(START)
    scheduled(START)
    scheduled(START + timedelta(seconds=20, milliseconds=400))
    scheduled(START + timedelta(minutes=10))
    woken = []
    monkeypatch.setattr(publish_due_now, "apply_async", lambda eta, headers: woken.append(eta))
    clock.move_to(START - timedelta(seconds=30))
    publish_due()
    assert woken == [START, START + timedelta(seconds=21)]
    assert moments(START, START + timedelta(seconds=60)) == [START + timedelta(seconds=20, milliseconds=400)]
    clock.move_to(START)
    publish_due_now()
    assert SchedulerRun.objects.filter(published=2).count() == 1


def test_every_minute_leaves_a_row_and_old_idle_rows_go(clock):
    runner.run()
    assert SchedulerRun.last().finished_at == NOW
    clock.move_to(NOW + timedelta(days=3))
    runner.run(quiet=True)
    assert SchedulerRun.last().started_at == NOW
    runner.run()
    assert [run.started_at for run in SchedulerRun.objects.all()] == [NOW + timedelta(days=3)]


def test_people_are_told_once_of_a_failure(clock, settings, monkeypatch):
    settings.NOTIFY_ADDRESSES = ["clerk@example.org"]
    page = scheduled()

    def fail(pk, now):
        raise RuntimeError("broken")

    monkeypatch.setattr(due_acts, "_publish", fail)
    clock.move_to(START)
    runner.run()
    clock.move_to(START + timedelta(minutes=1))
    runner.run()
    assert [message.subject for message in mail.outbox] == ["定时发布：1 项失败"]
    assert page.title in mail.outbox[0].body


def test_the_command_takes_the_place_of_wagtails(clock):
    scheduled()
    clock.move_to(START)
    out = io.StringIO()
    call_command("publish_scheduled", "--dryrun", "--json", stdout=out)
    assert len(json.loads(out.getvalue())["due"]) == 1
    out = io.StringIO()
    call_command("publish_scheduled", "--json", stdout=out)
    assert json.loads(out.getvalue())["published"] == 1


def test_the_command_fails_when_an_object_failed(clock, monkeypatch):
    scheduled()

    def fail(pk, now):
        raise RuntimeError("broken")

    monkeypatch.setattr(due_acts, "_publish", fail)
    clock.move_to(START)
    with pytest.raises(CommandError):
        call_command("publish_scheduled", stdout=io.StringIO())
