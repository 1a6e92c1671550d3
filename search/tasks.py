"""Background work of search. Every task may be lost or run twice: the outbox rows are the truth."""

import logging

from celery import shared_task
from django.db import connection

from pages.scheduling.ticks import clock_task
from search import engines, outbox
from search.admin_backend import entries

logger = logging.getLogger(__name__)


# The clock's worker has other things to do: what a sweep leaves is the next one's.
_SWEEP_SECONDS = 4
_SWEEP_ENTRIES = 500
# On SQLite nobody else writes while a batch is written: it ends within a part of a second.
_BATCH = {"sqlite": 50}


@shared_task(name="search.tasks.follow", ignore_result=True)
def follow() -> None:
    """Bring search up to date with what was just written: every engine, and the editors' own."""
    for name in engines.names():
        _say(name, outbox.feed(name, batch=_batch()))
    entries.write_missing()


@clock_task("search.tasks.sweep_outbox")
def sweep_outbox() -> None:
    """Take up what was left: due rows, expired leases, rows put off while an engine was down. Run every few seconds.

    During a long import, which keeps the other worker busy, this is what makes its records searchable.
    """
    for name in engines.names():
        _say(name, outbox.feed(name, _SWEEP_SECONDS, _batch()))
    entries.write_missing(_SWEEP_ENTRIES)


def _batch() -> int:
    return _BATCH.get(connection.vendor, outbox.BATCH)


def _say(name: str, fed: outbox.Fed) -> None:
    if fed.done or fed.refused or fed.put_off:
        logger.info("Outbox of %s: %s done, %s put off, %s refused", name, fed.done, fed.put_off, fed.refused)
