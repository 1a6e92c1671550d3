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
from pages.publication.signals import records_written
from search import engines
from search.admin_backend import entries
from search.engines.base import belongs
from search.tasks import feed_engine

logger = logging.getLogger(__name__)


@receiver(records_written)
def feed(keys: list[str], bulk: bool, now: datetime, **kwargs: Any) -> None:
    """A single act is searchable in the database when it commits; of mass acts the worker takes care."""
    if bulk:
        transaction.on_commit(lambda: index_pages(keys))
    else:
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


def wake(name: str) -> None:
    """Ask a worker to look; without a broker the sweeper does."""
    try:
        feed_engine.apply_async((name,), retry=False)
    except Exception as error:
        logger.warning("No broker to wake the worker of %s: %s", name, error)


def index_pages(keys: list[str]) -> None:
    """Editors' search entries of pages made in bulk."""
    entries.write(entries.complete(Page.objects.filter(public_record__key__in=keys)))


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
