"""The journal of take-downs: kept outside the database, so that no restored backup shows again what was taken down.

One JSON object a line: when, which record, in which state, with which public notice. It is written before the act's
transaction commits: a take-down too many is mended by publishing again, one too few is a breach.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from filelock import FileLock

from pages.projection.saving import take_down
from records.models import PublicRecord
from records.signals import record_taken_down


@dataclass(frozen=True, slots=True)
class TakeDown:
    """One line; ``at`` in ISO form with offset."""

    at: str
    key: str
    permalink: str
    state: str
    notice: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def journal_file() -> Path:
    """Where the journal lies."""
    return Path(settings.JOURNAL_DIR) / "takedowns.jsonl"


@receiver(record_taken_down)
def note(record: PublicRecord, reason: str, now: datetime, **kwargs: Any) -> None:
    """Write a take-down and wait until the disk has it."""
    line = TakeDown(now.isoformat(), record.key, record.permalink, record.state, reason)
    path = journal_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(f"{path}.lock"), path.open("ab+") as stream:
        # A line broken off by a power cut must not swallow this one.
        start = b"" if _ends_well(stream) else b"\n"
        stream.write(start + json.dumps(asdict(line), ensure_ascii=False).encode() + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def _ends_well(stream: IO[bytes]) -> bool:
    if stream.seek(0, os.SEEK_END) == 0:
        return True
    stream.seek(-1, os.SEEK_END)
    return stream.read(1) == b"\n"


def entries() -> Iterator[TakeDown]:
    """Every line, oldest first; a line cut off by a crash is left out."""
    path = journal_file()
    if not path.exists():
        return
    with path.open("rb") as stream:
        for line in stream:
            try:
                yield TakeDown(**json.loads(line))
            except (ValueError, TypeError):
                continue


def replay(now: datetime) -> int:
    """Take down again whatever was taken down after the state that this database holds; returns how many."""
    return sum(_again(entry, now) for entry in entries())


def _again(entry: TakeDown, now: datetime) -> bool:
    """A record written later than the take-down was published anew and stays."""
    with transaction.atomic():
        record = PublicRecord.objects.select_for_update().filter(key=entry.key).first()
        if record is None or record.state != "public" or record.updated_at >= entry.moment:
            return False
        if record.page is not None:
            record.page.specific.unpublish()
            record.refresh_from_db()
        take_down(record, now, entry.notice, entry.state)
        # The page's own taking down says “removed”; the journal may know better.
        PublicRecord.objects.filter(pk=record.pk).update(state=entry.state, notice=entry.notice)
        return True
