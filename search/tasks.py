"""Background work of search. Every task may be lost or run twice: the outbox rows are the truth."""

import logging

from celery import shared_task
from kombu.exceptions import OperationalError
from wagtail.models import Page

from search import engines, outbox, rebuilding
from search.admin_backend import entries
from search.engines.base import EngineUnavailableError

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def feed_engine(name: str) -> None:
    """Work off the outbox of one engine."""
    fed = outbox.feed(name)
    if fed.done or fed.refused or fed.put_off:
        logger.info("Outbox of %s: %s done, %s put off, %s refused", name, fed.done, fed.put_off, fed.refused)


@shared_task(ignore_result=True)
def sweep_outbox() -> None:
    """Take up what was left: due rows, expired leases, rows put off while an engine was down. Run every few seconds."""
    for name in engines.names():
        outbox.feed(name)
        look_after(name)
    entries.write_missing()


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


@shared_task(ignore_result=True)
def index_pages(page_ids: list[int]) -> None:
    """Write the editors' search entries of pages made in bulk."""
    entries.write(entries.complete(Page.objects.filter(pk__in=page_ids)))
