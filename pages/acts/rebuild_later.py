"""Projecting everything again in the background, for a change of a mask or a label that thousands of records show.

Rows with leases own the truth: a worker that dies leaves its run to the next, which begins anew (what was projected
already costs only the reading).
"""

import logging
from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from pages.acts.rebuild_records import rebuild_steps
from records.models import PublicRecord, RecordRebuild, ScheduleSlot

logger = logging.getLogger(__name__)
JOB = "rebuild_records"
_LEASE = timedelta(minutes=2)
# Written down this often; each note is a commit of its own.
_NOTE_EVERY = 200


def rebuild_later() -> None:
    """Ask for it, in the transaction of the change; a worker is told after the commit, or the clock finds the row."""
    RecordRebuild.objects.create(asked_at=timezone.now(), total=PublicRecord.objects.count())

    def tell() -> None:
        try:
            rebuild_all_records.delay()
        except (OperationalError, OSError):
            logger.warning("No broker took the projection of all records; the clock will.")

    transaction.on_commit(tell)


@shared_task(name="pages.tasks.rebuild_all_records")
def rebuild_all_records() -> None:
    """Write every public record again where that was asked for; a task that runs twice does no harm."""
    carry_on()


def carry_on() -> bool:
    """Do what was asked for and is not done; False when there is nothing to do or another worker is at it.

    What was asked for before it began is done with it; what is asked for meanwhile is done after.
    """
    did = False
    while (run := RecordRebuild.objects.unfinished().last()) is not None:
        token = ScheduleSlot.objects.take(JOB, timezone.now(), _LEASE)
        if not token:
            return did
        try:
            if not _work(run, token):
                return did
        finally:
            ScheduleSlot.objects.release(JOB, token)
        did = True
    return did


def _work(run: RecordRebuild, token: str) -> bool:
    began, read, changed = timezone.now(), 0, 0
    RecordRebuild.objects.filter(pk=run.pk).update(started_at=began)
    for step_read, step_changed in rebuild_steps():
        before, read, changed = read, read + step_read, changed + step_changed
        if before // _NOTE_EVERY != read // _NOTE_EVERY:
            RecordRebuild.objects.filter(pk=run.pk).update(read=read, changed=changed)
            if not ScheduleSlot.objects.keep(JOB, token, timezone.now() + _LEASE):
                return False
    done = {"read": read, "changed": changed, "finished_at": timezone.now()}
    RecordRebuild.objects.filter(pk=run.pk).update(**done)
    RecordRebuild.objects.unfinished().filter(asked_at__lte=began).update(**done)
    return True
