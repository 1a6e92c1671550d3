"""Take a file in: a private copy under a name of our own, and a run that will carry it on."""

import hashlib
import os
import uuid
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from importers.models import ImportRun, ImportSource, RunState

_BLOCK = 1024 * 1024


def send_file(
    chunks: Iterable[bytes],
    file_name: str,
    *,
    source: ImportSource,
    user: Any,
    publish: bool = False,
    state: str = RunState.CHECKING,
    inbox_name: str = "",
) -> ImportRun:
    """Store a copy of a file and open its run.

    ``state`` CHECKING makes a dry run first, APPLYING goes straight on. ``user`` is ``None`` for the service account.
    Nothing is read yet: whatever is wrong with the file becomes the run's reason.
    """
    folder = Path(settings.VAR_DIR) / "imports"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stored_name = f"{uuid.uuid4().hex}{Path(file_name).suffix.lower()[:10]}"
    digest = _store(chunks, folder / stored_name)
    return ImportRun.objects.create(
        source=source,
        kind=source.kind,
        state=state,
        user=user,
        publish=publish,
        day=timezone.localdate(),
        file_name=Path(file_name).name[:255],
        stored_name=stored_name,
        sha256=digest,
        inbox_name=inbox_name,
    )


def blocks_of(path: Path) -> Iterable[bytes]:
    """A file's bytes in blocks."""
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            yield block


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, hex."""
    digest = hashlib.sha256()
    for block in blocks_of(path):
        digest.update(block)
    return digest.hexdigest()


def _store(chunks: Iterable[bytes], target: Path) -> str:
    """Write readable by the service only: the file may hold identity numbers."""
    digest = hashlib.sha256()
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        for chunk in chunks:
            digest.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def erase_old_files(days: int) -> int:
    """Delete stored copies past their retention period; the runs and their reports stay. Returns how many."""
    now = timezone.now()
    count = 0
    for run in ImportRun.objects.with_old_files(now - timedelta(days=days)):
        run.path.unlink(missing_ok=True)
        ImportRun.objects.filter(pk=run.pk).update(file_erased_at=now)
        count += 1
    return count
