"""Hear of acts: feed the database engine at once, wake the workers after the commit."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from records.models import OutboxEntry, PublicRecord
from records.signals import records_written
from records.waking import wake_after_commit
from search import engines
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


def wake() -> None:
    """Ask a worker to take up what was written; without a broker the sweeper does."""
    try:
        follow.apply_async(retry=False)
    except Exception as error:
        logger.warning("No broker to take %s: %s", follow.name, error)
