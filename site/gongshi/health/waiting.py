"""Whether work is done in time: the scheduler, both workers, the search engines' outbox, imports, and the clock.

All of it is read from the database, where the work leaves its traces: nothing here waits in a queue that it judges.
"""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.db.models import Min
from django.db.models.functions import Coalesce
from django.utils import timezone

from gongshi.health.finding import Finding, over
from gongshi.health.started import started
from importers.models import ImportRun
from records.models import OutboxEntry, SchedulerRun, ScheduleSlot


def _seconds(since: datetime | None, now: datetime) -> float:
    return (now - since).total_seconds() if since else 0.0


def scheduler() -> Finding:
    """How long what runs by the minute is overdue: publishing, and each other job of the clock's queue.

    Counted from the last end of each, or from the start of the site when that is later.
    """
    now, start = timezone.now(), started()
    last = SchedulerRun.last()
    ended = (last.finished_at or last.started_at) if last else None
    job, age = max(
        [("publish", _age(ended, start, now)), *_jobs_of(settings.CLOCK, start, now)], key=lambda one: one[1]
    )
    found = over("scheduler", "scheduler-late", age, settings.HEALTH_SCHEDULER_SECONDS)
    since_when = "" if ended else ", never ran"
    return replace(found, detail=f"{job}: {found.detail}{since_when}")


def worker() -> Finding:
    """Seconds since the worker of the long work gave a sign: the end of a task of the clock, or an import going on."""
    now, start = timezone.now(), started()
    ages = [age for _job, age in _jobs_of(settings.BULK, start, now)] or [_age(None, start, now)]
    if ImportRun.objects.working().filter(lease_until__gt=now).exists():
        ages.append(0.0)
    return over("worker", "worker-late", min(ages), settings.HEALTH_WORKER_SECONDS)


def _jobs_of(queue: str, start: datetime, now: datetime) -> list[tuple[str, float]]:
    """Each job of a queue that has run at least once, and the seconds since it last came to its end."""
    named = [name for name, one in settings.CELERY_BEAT_SCHEDULE.items() if one["options"]["queue"] == queue]
    rows = ScheduleSlot.objects.filter(job__in=named, began_at__isnull=False).values_list("job", "ended_at")
    return [(job, _age(ended, start, now)) for job, ended in rows]


def _age(ended: datetime | None, start: datetime, now: datetime) -> float:
    return max(_seconds(max(start, ended or start), now), 0.0)


def outbox() -> Finding:
    """Age of the oldest change that a search engine should have by now; rows given up count as ill at once."""
    now = timezone.now()
    given_up = OutboxEntry.objects.filter(dead=True).count()
    if given_up:
        return Finding("outbox", "outbox-late", given_up, f"{given_up} given up")
    oldest = OutboxEntry.objects.filter(available_at__lte=now).aggregate(at=Min("available_at"))["at"]
    return over("outbox", "outbox-late", _seconds(oldest, now), settings.HEALTH_OUTBOX_SECONDS)


def imports() -> Finding:
    """How long the longest forsaken import has waited for a worker."""
    now = timezone.now()
    since = ImportRun.objects.forsaken(now).aggregate(at=Min(Coalesce("lease_until", "created_at")))["at"]
    return over("imports", "imports-wait", _seconds(since, now), settings.HEALTH_IMPORT_SECONDS)


def clock() -> Finding:
    """Seconds between this machine's clock and the database's, or how far the newest run lies in the future.

    A window's end is a second: with a clock that is wrong everything is shown and hidden at the wrong time.
    """
    last = SchedulerRun.last()
    ahead = -_seconds(last.started_at, timezone.now()) if last else 0.0
    apart = abs(_seconds(_database_time(), timezone.now()))
    return over("clock", "clock-wrong", max(ahead, apart, 0.0), settings.HEALTH_CLOCK_SECONDS)


def _database_time() -> datetime:
    if connection.vendor != "postgresql":
        return timezone.now()  # one machine, one clock
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
