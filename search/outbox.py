"""The outbox's consumers: lease rows, let the engine hold the records, take the rows away.

The rows are the truth; a task or a broker may be lost, a worker killed at any point: what was leased comes back when
the lease runs out, and writing twice changes nothing (versions). A row raised meanwhile has lost its lease and stays.
"""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from records.models import OutboxEntry, PublicRecord
from search import engines
from search.engines.base import LEAD, Engine, EngineUnavailableError

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=120)
BATCH = 500
#: A row refused this often is dead: shown to people, not tried again by itself.
MAX_ATTEMPTS = 8
#: While an engine does not answer its rows are tried again this often.
PAUSE = timedelta(seconds=10)


@dataclass(slots=True)
class Fed:
    """What one run did: rows done, rows put off because the engine did not answer, rows refused."""

    done: int = 0
    put_off: int = 0
    refused: int = 0


def feed(name: str, seconds: float = 50, batch: int = BATCH) -> Fed:
    """Work off what is due for an engine, for about this long; several may run at once."""
    engine, fed = engines.engine(name), Fed()
    deadline = timezone.now() + timedelta(seconds=seconds)
    while timezone.now() < deadline:
        rows = lease(name, timezone.now(), batch)
        if not rows:
            break
        if not _work_off(engine, rows, fed):
            break
    return fed


def lease(name: str, now: datetime, limit: int = BATCH) -> list[OutboxEntry]:
    """Take rows for this worker alone.

    PostgreSQL passes by rows that others are taking or raising; SQLite has one writer at a time.
    """
    token = str(uuid.uuid4())
    due = OutboxEntry.objects.due(now).filter(engine=name)
    with transaction.atomic():
        free = due.select_for_update(skip_locked=True).order_by("available_at", "pk")
        wanted = list(free.values_list("pk", flat=True)[:limit])
        taken = due.filter(pk__in=wanted).update(leased_until=now + LEASE, lease_token=token)
    return list(OutboxEntry.objects.filter(lease_token=token).order_by("key")) if taken else []


def _work_off(engine: Engine, rows: list[OutboxEntry], fed: Fed) -> bool:
    """One batch; False when the engine does not answer."""
    try:
        _hold(engine, rows)
    except EngineUnavailableError as error:
        _put_off(rows, str(error))
        fed.put_off += len(rows)
        return False
    except Exception as error:
        logger.warning("Outbox of %s: a batch was refused: %s", engine.name, error)
        return _one_by_one(engine, rows, fed)
    fed.done += len(rows)
    return True


def _one_by_one(engine: Engine, rows: list[OutboxEntry], fed: Fed) -> bool:
    """One bad record must not stop the others."""
    for row in rows:
        try:
            _hold(engine, [row])
            fed.done += 1
        except EngineUnavailableError as error:
            _put_off([row], str(error))
            fed.put_off += 1
            return False
        except Exception as error:
            _refuse(row, error)
            fed.refused += 1
    return True


def _hold(engine: Engine, rows: list[OutboxEntry]) -> None:
    """Write the records as they are now, never as they were when the row was made: a late job writes nothing stale."""
    now = timezone.now()
    versions = {row.key: row.version for row in rows}
    records = {record.key: record for record in PublicRecord.objects.filter(key__in=versions)}
    if records:
        engine.write(records.values(), now)
    gone = {key: version for key, version in versions.items() if key not in records}
    if gone:
        engine.bury(gone, now)
    _finish(rows, records, now)


def _finish(rows: list[OutboxEntry], records: dict[str, PublicRecord], now: datetime) -> None:
    """Take the rows away; one that was raised meanwhile has no lease of this worker any more and stays."""
    done = []
    with _mine(rows) as mine:
        for row in mine:
            record = records.get(row.key)
            if record is not None and record.state == "public" and record.visible_from > now + LEAD:
                # Its start moved: what the index had is buried, the record follows before its start.
                start = record.visible_from - LEAD
                OutboxEntry.objects.filter(pk=row.pk).update(available_at=start, leased_until=None, lease_token="")
            else:
                done.append(row.pk)
        OutboxEntry.objects.filter(pk__in=done).delete()


@contextmanager
def _mine(rows: list[OutboxEntry]) -> Iterator[list[OutboxEntry]]:
    """Those of the rows that this worker holds still, locked.

    A row that an act is raising at this moment is passed by: waiting for it could stop the act, which may want a row
    that is locked here. It loses its lease with the act; does the act come to nothing, the lease runs out.
    """
    held = OutboxEntry.objects.filter(pk__in=[row.pk for row in rows], lease_token=rows[0].lease_token)
    with transaction.atomic():
        yield list(held.select_for_update(skip_locked=True).order_by("pk"))


def _put_off(rows: list[OutboxEntry], reason: str) -> None:
    """An engine that is down is nobody's fault: no attempt is counted."""
    with _mine(rows) as mine:
        OutboxEntry.objects.filter(pk__in=[row.pk for row in mine]).update(
            available_at=timezone.now() + PAUSE, leased_until=None, lease_token="", last_error=reason[:1000]
        )


def _refuse(row: OutboxEntry, error: Exception) -> None:
    logger.error("Outbox of %s: %s was refused: %s", row.engine, row.key, error)
    attempts = row.attempts + 1
    with _mine([row]) as mine:
        OutboxEntry.objects.filter(pk__in=[one.pk for one in mine]).update(
            attempts=F("attempts") + 1,
            dead=attempts >= MAX_ATTEMPTS,
            available_at=timezone.now() + timedelta(seconds=min(2**attempts, 300)),
            leased_until=None,
            lease_token="",
            last_error=f"{type(error).__name__}: {error}"[:1000],
        )
