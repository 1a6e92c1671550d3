"""Keep index and projection the same: compare by key, version and hash; mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.utils import timezone

from records.batches import batched
from records.models import OutboxEntry, PublicRecord
from search.engines.base import LEAD, Engine, Held
from search.rebuilding import rebuild

BATCH = 500


@dataclass(slots=True)
class Difference:
    """Records compared; those the index lacks, holds in another version, or should not hold."""

    checked: int = 0
    missing: int = 0
    stale: int = 0
    extra: int = 0

    @property
    def any(self) -> bool:
        return bool(self.missing or self.stale or self.extra)

    def __add__(self, other: Self) -> "Difference":
        return Difference(
            self.checked + other.checked,
            self.missing + other.missing,
            self.stale + other.stale,
            self.extra + other.extra,
        )

    def __str__(self) -> str:
        return f"{self.checked} checked, {self.missing} missing, {self.stale} stale, {self.extra} extra"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys behind a difference."""

    missing: set[str]
    stale: set[str]
    extra: set[str]


def compare(engine: Engine) -> Difference:
    checked, keys = _differences(engine, timezone.now())
    return Difference(checked, len(keys.missing), len(keys.stale), len(keys.extra))


def repair(engine: Engine) -> None:
    """Write what is missing or stale, bury what should not be there, and start dead outbox rows again.

    An index that is lost is built anew; raises ``RebuildRunningError`` when somebody does so already.
    """
    now = timezone.now()
    if engine.lost():
        rebuild(engine)
    _checked, keys = _differences(engine, now)
    for batch in batched(sorted(keys.missing | keys.stale), BATCH):
        engine.write(PublicRecord.objects.filter(key__in=batch), now)
    for batch in batched(sorted(keys.extra), BATCH):
        _remove(engine, batch, now)
    OutboxEntry.objects.filter(engine=engine.name, dead=True).update(dead=False, attempts=0, available_at=now)


def _remove(engine: Engine, keys: list[str], now: datetime) -> None:
    known = list(PublicRecord.objects.filter(key__in=keys))
    engine.write(known, now)  # not public now: a tombstone
    held = dict(engine.held())
    unknown = set(keys) - {record.key for record in known}
    if unknown:
        engine.bury({key: held[key].version for key in unknown if key in held}, now)


def _differences(engine: Engine, now: datetime) -> tuple[int, Keys]:
    held = dict(engine.held())
    # What starts in the next minutes may be there already; it is missing only from its start on.
    visible = set(PublicRecord.objects.public(now).values_list("key", flat=True))
    wanted = {key: Held(version, digest) for key, version, digest in _wanted(now)}
    missing = {key for key in wanted if key not in held and key in visible}
    stale = {key for key, known in held.items() if key in wanted and wanted[key] != known}
    extra = set(held) - set(wanted)
    return len(set(held) | set(wanted)), Keys(missing, stale, extra)


def _wanted(now: datetime) -> Iterator[tuple[str, int, str]]:
    soon = PublicRecord.objects.filter(state="public", visible_from__lte=now + LEAD, visible_to__gt=now)
    return soon.values_list("key", "version", "content_hash").iterator()
