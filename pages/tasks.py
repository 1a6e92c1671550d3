"""Background tasks of this floor."""

from datetime import datetime, timedelta

from celery import shared_task
from django.utils import timezone

from pages.actions.reproject_later import carry_on
from pages.deadlines.records import recount
from pages.privacy.queue import work
from pages.scheduling.due import moments
from pages.scheduling.runner import run
from pages.scheduling.ticks import JOB, SENT, clock_task

_LOOK_AHEAD = timedelta(seconds=60)


@clock_task("pages.tasks.publish_due")
def publish_due() -> None:
    """Do what is due; then ask to be woken at each moment of the next minute at which more falls due.

    Only this task, which beat starts, looks ahead, so that wakings never breed wakings. A waking that a broker loses is
    made good by the next minute.
    """
    now = timezone.now()
    run()
    for second in sorted({_whole_second_after(moment) for moment in moments(now, now + _LOOK_AHEAD)}):
        publish_due_now.apply_async(eta=second, headers={JOB: "publish-now", SENT: second.isoformat()})


@clock_task("pages.tasks.publish_due_now")
def publish_due_now() -> None:
    """Do what is due at this moment; of wakings that come late together one does it for all."""
    run(quiet=True)


def _whole_second_after(moment: datetime) -> datetime:
    return moment if moment.microsecond == 0 else moment.replace(microsecond=0) + timedelta(seconds=1)


@shared_task(name="pages.tasks.reproject_all")
def reproject_all() -> None:
    """Write every public record again where that was asked for; a task that runs twice does no harm."""
    carry_on()


@shared_task(name="pages.tasks.examine_files")
def examine_files() -> None:
    """Look at files that wait for it, and make the copies of those that have passed."""
    work()


@clock_task("pages.tasks.recount_deadlines")
def recount_deadlines() -> None:
    """Count provisional dates again: a newer calendar may know their year."""
    recount()
