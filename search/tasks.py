"""Background work of search. Every task may be lost or run twice: the outbox rows are the truth."""

import logging

from celery import shared_task
from wagtail.models import Page

from search import engines, outbox
from search.admin_backend import entries

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
    entries.write_missing()


@shared_task(ignore_result=True)
def index_pages(page_ids: list[int]) -> None:
    """Write the editors' search entries of pages made in bulk."""
    entries.write(entries.complete(Page.objects.filter(pk__in=page_ids)))
