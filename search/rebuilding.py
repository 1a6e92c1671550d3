"""Build an index anew from the projection: one at a time, by itself when the index is lost, to the end whoever dies.

The lock is a row of the database with an owner and an end; its holder moves the end while it works. A holder that died
leaves the row free within two minutes, and what it had built so far is removed by the next one.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from records.batches import batched
from records.changes import counters
from records.models import OutboxEntry, PublicRecord, ScheduleSlot
from search.engines.base import Engine, belongs

logger = logging.getLogger(__name__)

BATCH = 500
LEASE = timedelta(minutes=2)


class RebuildRunningError(Exception):
    """Another rebuild of this index runs, or has taken this one's place; the text says so in the reader's language."""


def rebuild(engine: Engine) -> int:
    """Build the engine's index anew from the projection; updates meanwhile go to both. Returns how many it holds."""
    with _locked(engine.name) as token:
        now = timezone.now()
        return engine.rebuild((record for record in _records(engine.name, token) if belongs(record, now)), now)


def needed(engine: Engine) -> str:
    """Why the index has to be built anew and nobody does so; the empty text when there is nothing to do."""
    reason = engine.lost()
    return "" if reason and is_running(engine.name) else reason


def is_running(name: str) -> bool:
    """Does anybody build this engine's index now?"""
    return ScheduleSlot.objects.filter(job=_job(name), leased_until__gt=timezone.now()).exists()


def tidy(engine: Engine) -> None:
    """Remove what a rebuild has left that was killed; nothing while one runs."""
    if not engine.untidy():
        return
    try:
        with _locked(engine.name):
            engine.tidy()
    except RebuildRunningError:
        return


def drift(engine: Engine) -> int:
    """By how many records the index differs from the projection beyond what still waits in the outbox; 0 while written.

    An act between the first and the last question would be taken for a difference: then there is no telling.
    """
    now = timezone.now()
    due = OutboxEntry.objects.filter(engine=engine.name, available_at__lte=now)
    before, waiting = counters().records, due.count()
    held, public = engine.count(now), PublicRecord.objects.public(now).count()
    if before != counters().records:
        return 0
    return max(0, abs(held - public) - waiting)


def _job(name: str) -> str:
    return f"search-rebuild-{name}"


@contextmanager
def _locked(name: str) -> Iterator[str]:
    token = ScheduleSlot.objects.take(_job(name), timezone.now(), LEASE)
    if not token:
        raise RebuildRunningError(_("This index is being built already; wait until that has ended."))
    try:
        yield token
    finally:
        ScheduleSlot.objects.release(_job(name), token)


def _records(name: str, token: str) -> Iterator[PublicRecord]:
    """Everything, with a sign of life at each batch and at the end, before the switch."""
    for batch in batched(PublicRecord.objects.order_by("pk").iterator(chunk_size=BATCH), BATCH):
        _keep(name, token)
        yield from batch
    _keep(name, token)


def _keep(name: str, token: str) -> None:
    if not ScheduleSlot.objects.keep(_job(name), token, timezone.now() + LEASE):
        raise RebuildRunningError(_("Another rebuild has taken this one's place."))
