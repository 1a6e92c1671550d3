"""Whether work is done in time: the scheduler, the search engines' outbox, imports, and the clock they all read."""

from datetime import datetime

from django.conf import settings
from django.db import connection
from django.db.models import Min
from django.db.models.functions import Coalesce
from django.utils import timezone

from gongshi.health.finding import Finding, over
from importers.models import ImportRun
from pages.models import OutboxEntry, SchedulerRun


def _seconds(since: datetime | None, now: datetime) -> float:
    return (now - since).total_seconds() if since else 0.0


def scheduler() -> Finding:
    """Age of its last run; a site on which it has never run is ill."""
    last = SchedulerRun.last()
    if last is None:
        return Finding("scheduler", "scheduler-late", detail="never ran")
    age = _seconds(last.finished_at or last.started_at, timezone.now())
    return over("scheduler", "scheduler-late", age, settings.HEALTH_SCHEDULER_SECONDS)


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
