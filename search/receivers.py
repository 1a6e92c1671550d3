"""Hear of acts: feed the database engine at once, wake the workers after the commit, keep the editors' search."""

import logging
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page

from pages.models import OutboxEntry, PublicRecord
from pages.publication.signals import pages_made, records_written
from search import engines
from search.admin_backend import entries
from search.engines.base import belongs
from search.tasks import feed_engine, index_pages

logger = logging.getLogger(__name__)


@receiver(records_written)
def feed(keys: list[str], bulk: bool, now: datetime, **kwargs: Any) -> None:
    """A single act is searchable in the database when it commits; of mass acts the worker takes care."""
    if not bulk:
        _feed_now(keys, now)
    for name in engines.names():
        transaction.on_commit(partial(wake, name), robust=True)


def _feed_now(keys: list[str], now: datetime) -> None:
    """In the act's own transaction; a fault here leaves the row for the worker and never stops the act."""
    try:
        with transaction.atomic():
            records = list(PublicRecord.objects.filter(key__in=keys))
            engines.database_engine().write(records, now)
            done = [
                record.key
                for record in records
                if belongs(record, now) or record.state != "public" or record.visible_to <= now
            ]
            OutboxEntry.objects.filter(engine=engines.DATABASE, key__in=done).delete()
    except Exception:
        logger.exception("The database engine will follow later for %s", keys)


@receiver(pages_made)
def index_made(page_ids: list[int], **kwargs: Any) -> None:
    """Editors' search entries of pages made in bulk are the worker's; until then their columns are matched."""
    transaction.on_commit(partial(_ask, index_pages, page_ids), robust=True)


def wake(name: str) -> None:
    """Ask a worker to look at an engine's outbox."""
    _ask(feed_engine, name)


def _ask(task: Any, *arguments: Any) -> None:
    """Send a task; without a broker the sweeper does its work."""
    try:
        task.apply_async(arguments, retry=False)
    except Exception as error:
        logger.warning("No broker to take %s: %s", task.name, error)


@receiver(post_save)
def page_saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A page of any type; a new draft saves its page too."""
    if isinstance(instance, Page) and not raw:
        _index_page(instance)


def _index_page(page: Page) -> None:
    try:
        with transaction.atomic():
            entries.write(entries.complete(Page.objects.filter(pk=page.pk)))
    except Exception:
        logger.exception("The editors' search does not know page %s yet", page.pk)
