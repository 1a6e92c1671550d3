"""Hear of acts: feed the database engine at once, wake the workers after the commit, keep the editors' search."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page

from pages.models import OutboxEntry, PublicRecord
from pages.publication.signals import pages_made, records_written
from pages.publication.waking import wake_after_commit
from search import engines
from search.admin_backend import entries
from search.engines.base import belongs
from search.tasks import follow

logger = logging.getLogger(__name__)


@receiver(records_written)
def feed(keys: list[str], bulk: bool, now: datetime, **kwargs: Any) -> None:
    """A single act is searchable in the database when it commits; of mass acts the worker takes care."""
    if not bulk:
        _feed_now(keys, now)
    wake_after_commit(wake)


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
def index_made(**kwargs: Any) -> None:
    """Editors' search entries of pages made in bulk are the worker's; until then their columns are matched."""
    wake_after_commit(wake)


def wake() -> None:
    """Ask a worker to take up what was written; without a broker the sweeper does."""
    try:
        follow.apply_async(retry=False)
    except Exception as error:
        logger.warning("No broker to take %s: %s", follow.name, error)


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
