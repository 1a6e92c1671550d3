"""The outbox: written in the transaction of the act, read by the engines' workers."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from records.models.publication import OutboxEntry, PublicRecord
from rules.registry import Registry

# An engine learns of a record that waits for its start only this long before it (architecture: the projection).
LEAD = timedelta(minutes=10)
# Names of the engines that are fed; a higher floor registers them.
engines: Registry[str] = Registry("")


def entries_for(records: Iterable[PublicRecord], now: datetime) -> list[OutboxEntry]:
    """Unsaved outbox rows for records just written."""
    return [
        OutboxEntry(
            engine=engine,
            key=record.key,
            version=record.version,
            available_at=_available(record, now),
            created_at=now,
        )
        for record in records
        for engine in engines
    ]


def _available(record: PublicRecord, now: datetime) -> datetime:
    """A first version waits for its start; a later one goes out at once, because an engine may hold the one before."""
    return max(now, record.visible_from - LEAD) if record.version == 1 else now


def enqueue(records: Iterable[PublicRecord], now: datetime) -> None:
    """Ask every engine to hold at least these versions; a waiting row is raised, its lease and failures forgotten."""
    rows = entries_for(records, now)
    if rows:
        OutboxEntry.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["engine", "key"],
            update_fields=[
                "version", "available_at", "created_at", "leased_until",
                "lease_token", "attempts", "dead", "last_error",
            ],
            batch_size=500,
        )  # fmt: skip
