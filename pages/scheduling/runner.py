"""One run of the scheduler: under a lock, one transaction and one error for each object."""

import logging
import time
from datetime import timedelta

from django.utils import timezone

from pages.scheduling.due import Due, due, name_of, perform
from pages.scheduling.notices import tell
from records.models import SchedulerRun, ScheduleSlot
from records.waking import one_wake

logger = logging.getLogger(__name__)
JOB = "publish"
# A run ends in time for its successor; what is left is done then. The lease outlives it, so a dead run blocks for
# two minutes at most.
_BUDGET_SECONDS = 50
_LEASE = timedelta(seconds=120)
_BATCH = 200
_KEEP_IDLE = timedelta(days=2)
_KEEP = timedelta(days=90)


def run(quiet: bool = False) -> SchedulerRun | None:
    """Do everything that is due now; None while another run holds the lock.

    ``quiet`` leaves no row behind when nothing was due (runs between the minutes).
    """
    started = timezone.now()
    token = ScheduleSlot.objects.take(JOB, started, _LEASE)
    if not token:
        return None
    try:
        report = SchedulerRun(started_at=started)
        with one_wake():
            _work(report, token)
        report.finished_at = timezone.now()
        if report.did_something or not quiet:
            report.save()
        if not quiet:
            _forget_old_runs()
    finally:
        ScheduleSlot.objects.release(JOB, token)
    tell(report)
    return report


def _work(report: SchedulerRun, token: str) -> None:
    deadline = time.monotonic() + _BUDGET_SECONDS
    tried: set[Due] = set()
    while time.monotonic() < deadline:
        batch = [item for item in due(timezone.now(), _BATCH + len(tried)) if item not in tried]
        if not batch:
            return
        for item in batch:
            tried.add(item)
            _attempt(item, report)
            if time.monotonic() >= deadline:
                return
        if not ScheduleSlot.objects.keep(JOB, token, timezone.now() + _LEASE):
            return


def _attempt(item: Due, report: SchedulerRun) -> None:
    """One object: whatever goes wrong with it is written down and stops no other."""
    try:
        outcome = perform(item, timezone.now())
    except Exception as error:
        model, pk, title = name_of(item)
        logger.exception("scheduled %s of %s %s failed", item.act, model, pk)
        report.note_error(model=model, pk=str(pk), title=title, act=item.act, error=f"{type(error).__name__}: {error}")
        return
    if outcome:
        report.count(outcome)


def _forget_old_runs() -> None:
    now = timezone.now()
    SchedulerRun.objects.filter(started_at__lt=now - _KEEP).delete()
    idle = SchedulerRun.objects.filter(published=0, changed=0, unpublished=0, failed=0)
    idle.filter(started_at__lt=now - _KEEP_IDLE).delete()
