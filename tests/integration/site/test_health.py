"""What monitoring is told: each limit passed is one named symptom, and the runbook knows it."""

import json
import os
import re
from collections import namedtuple
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from gongshi.health import alarm, checks, parts
from gongshi.health.finding import Finding
from gongshi.operations.closed import close_site, open_site
from gongshi.tasks import check_health
from importers.models import ImportRun, ImportSource
from pages.base.tree import HomePage
from records.models import OutboxEntry, SchedulerRun, ScheduleSlot
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
USAGE = namedtuple("USAGE", "total used free")


@pytest.fixture(autouse=True)
def healthy(settings, tmp_path):
    """A site on which everything is well."""
    settings.VAR_DIR, settings.CLOSED_FILE = tmp_path, tmp_path / "closed"
    settings.JOURNAL_DIR, settings.ALARM_ADDRESS = tmp_path / "journal", "it@example.gov.cn"
    settings.HEALTH_DISK_MB = 1
    make_site()
    now = timezone.now()
    SchedulerRun.objects.create(started_at=now, finished_at=now)
    start_site(tmp_path, now)


def start_site(folder: Path, at: datetime) -> None:
    """The web server's mark, and a database migrated before it."""
    (folder / "health").mkdir(exist_ok=True)
    (folder / "health" / "started").touch()
    os.utime(folder / "health" / "started", (at.timestamp(), at.timestamp()))
    MigrationRecorder.Migration.objects.update(applied=at - timedelta(days=1))


def symptoms() -> set[str]:
    return {finding.symptom for finding in checks.examine() if not finding.well}


def an_hour_after_the_start(settings) -> datetime:
    """Scheduler and worker have given a sign just now; returns the moment of the start."""
    now = timezone.now()
    start_site(settings.VAR_DIR, now - timedelta(hours=1))
    ScheduleSlot.objects.create(job="import-sweep", began_at=now, ended_at=now)
    return now - timedelta(hours=1)


def scheduler_late(settings, monkeypatch):
    an_hour_after_the_start(settings)
    SchedulerRun.objects.update(started_at=timezone.now() - timedelta(minutes=9), finished_at=None)


def scheduler_never_ran(settings, monkeypatch):
    an_hour_after_the_start(settings)
    SchedulerRun.objects.all().delete()


def a_job_of_the_clock_fails_each_time(settings, monkeypatch):
    start = an_hour_after_the_start(settings)
    ScheduleSlot.objects.create(job="import-inboxes", began_at=timezone.now(), ended_at=start)


def worker_never_ran(settings, monkeypatch):
    an_hour_after_the_start(settings)
    ScheduleSlot.objects.all().delete()


def worker_late(settings, monkeypatch):
    start = an_hour_after_the_start(settings)
    ScheduleSlot.objects.update(ended_at=start + timedelta(minutes=20))


def outbox_late(settings, monkeypatch):
    old = timezone.now() - timedelta(hours=1)
    OutboxEntry.objects.create(engine="database", key="penalty-1", version=1, available_at=old, created_at=old)


def outbox_given_up(settings, monkeypatch):
    now = timezone.now()
    OutboxEntry.objects.create(engine="database", key="k", version=1, available_at=now, created_at=now, dead=True)


def import_waits(settings, monkeypatch):
    source = ImportSource.objects.create(name="周报")
    old = timezone.now() - timedelta(hours=1)
    ImportRun.objects.create(source=source, kind="penalty", day=old.date(), stored_name="x", created_at=old)


def disk_full(settings, monkeypatch):
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda folder: USAGE(10**9, 10**9 - 1000, 1000))


def clock_set_back(settings, monkeypatch):
    ahead = timezone.now() + timedelta(minutes=5)
    SchedulerRun.objects.update(started_at=ahead, finished_at=ahead)


def broker_gone(settings, monkeypatch):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"


def search_gone(settings, monkeypatch):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"


def closed(settings, monkeypatch):
    close_site()


def journal_lost(settings, monkeypatch):
    settings.JOURNAL_DIR = Path("/dev/null/journal")


def not_set_up(settings, monkeypatch):
    HomePage.objects.get().delete()


ILLNESSES = {
    "scheduler-late": [scheduler_late, scheduler_never_ran, a_job_of_the_clock_fails_each_time],
    "worker-late": [worker_never_ran, worker_late],
    "outbox-late": [outbox_late, outbox_given_up],
    "imports-wait": [import_waits],
    "disk-full": [disk_full],
    "clock-wrong": [clock_set_back],
    "broker-down": [broker_gone],
    "search-down": [search_gone],
    "site-closed": [closed],
    "site-not-set-up": [not_set_up],
    "journal-lost": [journal_lost],
}


@pytest.mark.parametrize(
    ("symptom", "cause"), [(name, cause) for name, causes in ILLNESSES.items() for cause in causes]
)
def test_each_limit_passed_is_one_symptom(client, settings, monkeypatch, symptom, cause):
    assert symptoms() == set()
    cause(settings, monkeypatch)
    assert symptoms() == {symptom}
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (503, False)


def test_a_site_just_started_is_well_though_nothing_has_run(settings):
    SchedulerRun.objects.update(started_at=timezone.now() - timedelta(days=3), finished_at=None)
    assert symptoms() == set()
    SchedulerRun.objects.all().delete()
    assert symptoms() == set()
    start_site(settings.VAR_DIR, timezone.now() - timedelta(seconds=200))
    assert symptoms() == {"scheduler-late"}


def test_without_a_mark_the_site_counts_from_its_newest_migration(settings):
    SchedulerRun.objects.all().delete()
    (settings.VAR_DIR / "health" / "started").unlink()
    assert symptoms() == {"scheduler-late", "worker-late"}
    MigrationRecorder.Migration.objects.filter(app="pages").update(applied=timezone.now())
    assert symptoms() == set()


def test_a_worker_that_carries_a_long_import_is_no_illness(settings, monkeypatch):
    worker_late(settings, monkeypatch)
    now, source = timezone.now(), ImportSource.objects.create(name="周报")
    run = ImportRun.objects.create(source=source, kind="penalty", day=now.date(), stored_name="x")
    assert symptoms() == {"worker-late"}
    assert run.take()
    assert symptoms() == set()


def test_a_real_broker_is_well(settings, redis_url):
    settings.CELERY_BROKER_URL = redis_url
    assert parts.broker() == Finding("broker", detail="redis")


def test_a_check_that_breaks_stops_no_other(monkeypatch):
    broken = ("disk", "disk-full", lambda: 1 / 0)
    monkeypatch.setattr(checks, "CHECKS", (broken, *checks.CHECKS[:1]))
    assert [(found.name, found.well) for found in checks.examine()] == [("disk", False), ("database", True)]


def test_the_runbook_knows_every_symptom(settings):
    known = set(re.findall(r"^## `([a-z-]+)`$", (Path(settings.ROOT) / "docs" / "runbook.md").read_text(), re.M))
    assert {symptom for _name, symptom, _check in checks.CHECKS} <= known


def test_only_allowed_addresses_read_details(client, settings):
    settings.METRICS_ADDRESSES = ("10.1.0.0/16",)
    for path in ("/readyz", "/metrics"):
        assert client.get(path, REMOTE_ADDR="10.1.2.3").status_code == 200
        assert client.get(path, REMOTE_ADDR="10.2.2.3").status_code == 404
        assert client.get(path, REMOTE_ADDR="10.1.2.3", HTTP_X_FORWARDED_FOR="10.1.2.3").status_code == 404


def test_metrics_count_and_name_nobody(client):
    client.get("/search/?q=金丝雀公司")
    text = client.get("/metrics").content.decode()
    assert 'gongshi_healthy{check="scheduler"} 1.0' in text
    assert "gongshi_public_records 0.0" in text
    assert "django_http_requests_total_by_method_total" in text
    assert "金丝雀" not in text


def test_the_alarm_is_told_once_and_when_it_is_over(settings):
    ill, well = [Finding("disk", "disk-full", 1, "1 MB free")], [Finding("disk")]
    assert [alarm.tell(found) for found in (ill, ill, ill, well, well)] == [False, True, False, True, False]
    assert [message.to for message in mail.outbox] == [["it@example.gov.cn"]] * 2
    assert "disk-full" in mail.outbox[0].body


def test_a_short_fault_is_told_to_nobody():
    ill, well = [Finding("broker", "broker-down")], [Finding("broker")]
    assert not any(alarm.tell(found) for found in (ill, well, ill, well))
    assert mail.outbox == []


def test_two_lookers_at_the_same_moment_do_not_make_a_short_fault_a_long_one():
    ill = [Finding("broker", "broker-down")]
    assert [alarm.tell(ill, "clock"), alarm.tell(ill, "bulk")] == [False, False]
    assert [alarm.tell(ill, "bulk"), alarm.tell(ill, "clock")] == [True, False]


def test_a_second_illness_is_news_and_a_lasting_one_is_told_again(settings):
    one = [Finding("disk", "disk-full")]
    both = [*one, Finding("broker", "broker-down")]
    assert [alarm.tell(found) for found in (one, one, both, both)] == [False, True, False, True]
    settings.ALARM_REPEAT_HOURS = 0
    assert alarm.tell(both)


def test_without_an_address_nobody_is_told(settings):
    settings.ALARM_ADDRESS = ""
    ill = [Finding("disk", "disk-full")]
    assert not any(alarm.tell(ill) for _look in range(3))


def test_the_task_looks_and_tells(settings, monkeypatch):
    scheduler_late(settings, monkeypatch)
    check_health()
    check_health()
    assert ["scheduler-late" in message.body for message in mail.outbox] == [True]


def test_the_command_says_the_same(settings, monkeypatch):
    out = StringIO()
    call_command("check_health", "--json", stdout=out)
    assert json.loads(out.getvalue())["well"] is True
    close_site()
    with pytest.raises(SystemExit) as ended:
        call_command("check_health", stdout=StringIO())
    assert ended.value.code == 3
    open_site()
