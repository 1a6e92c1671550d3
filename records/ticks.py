"""Messages of the clock: one that comes late does its work once, and those that waited beside it do nothing.

Beat names the job in the message's headers (settings: ``every``) and stamps the moment of sending (``gongshi.celery``).
A run that began after a message was sent has done what the message asks for; the job's row in the database remembers
when that was, so it holds for every worker, and tells health when the job last came to its end.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from celery import shared_task
from django.utils import timezone

from records.models.scheduling import ScheduleSlot

JOB, SENT = "job", "sent_at"


def clock_task(name: str) -> Callable[[Callable[[], Any]], Any]:
    """Decorate the work of a periodic task; called by hand, or sent without the headers, it always works."""

    def decorate(work: Callable[[], Any]) -> Any:
        def task(self: Any) -> Any:
            return _tick(self.request, work)

        task.__name__, task.__module__, task.__doc__ = work.__name__, work.__module__, work.__doc__
        return shared_task(bind=True, name=name, ignore_result=True)(task)

    return decorate


def _tick(request: Any, work: Callable[[], Any]) -> Any:
    headers = request.headers or {}
    if JOB not in headers:
        return work()
    # A worker killed in the middle gives its message back: what began then has not come to its end.
    given_back = bool((request.delivery_info or {}).get("redelivered"))
    sent = None if given_back else datetime.fromisoformat(headers[SENT])
    if not ScheduleSlot.objects.begin(headers[JOB], timezone.now(), sent):
        return None
    done = work()
    ScheduleSlot.objects.end(headers[JOB], timezone.now())
    return done
