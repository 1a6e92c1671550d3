"""Background work of search. Every task may be lost or run twice: the outbox rows are the truth."""

import logging

from celery import shared_task
from django.db import connection
from kombu.exceptions import OperationalError

from records.ticks import clock_task
from search import engines, outbox, rebuilding
from search.engines.base import EngineUnavailableError

logger = logging.getLogger(__name__)

# The clock's worker has other things to do: what a sweep leaves is the next one's.
_SWEEP_SECONDS = 4
# On SQLite nobody else writes while a batch is written: it ends within a part of a second.
_BATCH = {"sqlite": 50}


@shared_task(name="search.tasks.follow", ignore_result=True)
def follow() -> None:
    """Bring search up to date with what was just written: every engine."""
    for name in engines.names():
        _say(name, outbox.feed(name, batch=_batch()))


@clock_task("search.tasks.sweep_outbox")
def sweep_outbox() -> None:
    """Take up what was left: due rows, expired leases, rows put off while an engine was down. Run every few seconds.

    During a long import, which keeps the other worker busy, this is what makes its records searchable.
    """
    for name in engines.names():
        _say(name, outbox.feed(name, _SWEEP_SECONDS, _batch()))
        look_after(name)


def look_after(name: str) -> None:
    """Let a lost index be built anew, and remove what a killed rebuild has left."""
    engine = engines.engine(name)
    try:
        reason = rebuilding.needed(engine)
        if reason:
            logger.error("%s is built anew: %s", name, reason)
            # Asked for again at the next look: one that waited long is of no use.
            rebuild_index.apply_async((name,), retry=False, expires=rebuilding.LEASE.total_seconds())
        else:
            rebuilding.tidy(engine)
    except (EngineUnavailableError, OperationalError) as error:
        logger.warning("%s cannot be looked after: %s", name, error)


@shared_task(ignore_result=True)
def rebuild_index(name: str) -> None:
    """Build a lost index anew; one that another has built meanwhile, or builds now, is left alone. May take minutes."""
    engine = engines.engine(name)
    try:
        if rebuilding.needed(engine):
            logger.info("%s holds %s records", name, rebuilding.rebuild(engine))
    except (EngineUnavailableError, rebuilding.RebuildRunningError) as error:
        logger.warning("%s could not be built, the next look will ask again: %s", name, error)


def _batch() -> int:
    return _BATCH.get(connection.vendor, outbox.BATCH)


def _say(name: str, fed: outbox.Fed) -> None:
    if fed.done or fed.refused or fed.put_off:
        logger.info("Outbox of %s: %s done, %s put off, %s refused", name, fed.done, fed.put_off, fed.refused)
