"""Background tasks of this floor."""

from datetime import datetime, timedelta

from django.utils import timezone

from pages.acts.rebuild_later import rebuild_all_records
from pages.admin.search_backend.keeping import index_pages, sweep_pages
from pages.base.deadlines import recount
from pages.scheduling.due import moments
from pages.scheduling.runner import run
from records.ticks import JOB, SENT, clock_task

__all__ = [
    "index_pages",
    "publish_due",
    "publish_due_now",
    "rebuild_all_records",
    "recount_deadlines",
    "sweep_pages",
]

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


@clock_task("pages.tasks.recount_deadlines")
def recount_deadlines() -> None:
    """Count provisional dates again: a newer calendar may know their year."""
    recount()
