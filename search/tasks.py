"""Background work of search. Every task may be lost or run twice: the outbox rows are the truth."""

import logging

from celery import shared_task

from search import engines, outbox

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
