"""Watched folders: ``var/inbox/<kind>/`` is read, then its files lie in ``done/`` or ``failed/`` beside their report.

A file that still grows is left alone: it is taken when two looks, a minute apart, find it the same. What happened to a
file is written in its run, so a worker killed between import and filing leaves nothing undone and does nothing twice.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from filelock import FileLock, Timeout

from importers.defaults import source_of
from importers.engine import carry_on
from importers.formats import KINDS
from importers.models import Channel, ImportRun, ImportSource, RunState
from importers.report import as_json
from importers.sending import blocks_of, send_file, sha256_of

SEEN = ".seen.json"
# What programs write while they copy or edit.
_UNFINISHED = (".part", ".tmp", ".filepart", ".crdownload", "~")


def inbox_folder(kind: str) -> Path:
    """The watched folder of a kind."""
    return Path(settings.VAR_DIR) / "inbox" / kind


def look_into_inboxes(have_done: Callable[[ImportRun], object] = carry_on) -> int:
    """Look into the folder of every kind once; returns how many files were brought to their end.

    ``have_done`` carries a new run on, here and now, or has a worker do it: then a later look files it away.
    """
    return sum(_look(kind, have_done) for kind in KINDS)


def _look(kind: str, have_done: Callable[[ImportRun], object]) -> int:
    folder = inbox_folder(kind)
    for name in (folder, folder / "done", folder / "failed"):
        name.mkdir(parents=True, exist_ok=True, mode=0o770)
    try:
        with FileLock(folder / ".lock", timeout=0):
            return sum(_deal_with(path, kind, have_done) for path in list(_steady_files(folder)))
    except Timeout:
        return 0  # another look is at work


def _steady_files(folder: Path) -> Iterator[Path]:
    """Files that are as the last look found them; remembers what this look finds."""
    before = _remembered(folder)
    now = {path.name: _shape(path) for path in sorted(folder.iterdir()) if _is_ours(path)}
    (folder / SEEN).write_text(json.dumps(now, ensure_ascii=False), "utf-8")
    for name, shape in now.items():
        if before.get(name) == shape:
            yield folder / name


def _remembered(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / SEEN).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _shape(path: Path) -> list[int]:
    """Size and both times: a copy that keeps the time of the original still changes the other one."""
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]


def _is_ours(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    unfinished = path.name.lower().endswith(_UNFINISHED)
    return path.is_file() and not path.is_symlink() and not hidden and not unfinished


def _deal_with(path: Path, kind: str, have_done: Callable[[ImportRun], object]) -> bool:
    """Import one file and file it away; false while another worker carries its run on."""
    run = _run_of(path, kind)
    if run.is_working:
        have_done(run)
        run.refresh_from_db()
    if run.state not in {RunState.DONE, RunState.FAILED}:
        return False
    _file_away(path, run)
    return True


def _run_of(path: Path, kind: str) -> ImportRun:
    """The run of this very file, opened when first seen."""
    known = ImportRun.objects.filter(
        inbox_name=path.name, sha256=sha256_of(path), filed_at__isnull=True, source__channel=Channel.FOLDER
    )
    source = folder_source(kind)
    return known.first() or send_file(
        blocks_of(path),
        path.name,
        source=source,
        user=None,
        publish=source.publishes,
        state=RunState.APPLYING,
        inbox_name=path.name,
    )


def folder_source(kind: str) -> ImportSource:
    """The source under which the watched folder's imports are listed."""
    return source_of(Channel.FOLDER, kind)


def _file_away(path: Path, run: ImportRun) -> None:
    """Report first, then the file, then the run: a crash between two steps is made good by the next look."""
    folder = path.parent / ("done" if run.state == RunState.DONE else "failed")
    name = f"{timezone.localtime(run.created_at):%Y%m%d-%H%M%S}-{run.pk}-{path.name}"
    report = folder / f"{name}.report.json"
    report.write_text(json.dumps(as_json(run), ensure_ascii=False, indent=1), "utf-8")
    os.replace(path, folder / name)
    ImportRun.objects.filter(pk=run.pk).update(filed_at=timezone.now())


def erase_old_inbox_files(before: float) -> int:
    """Delete filed source files older than a time (seconds of the epoch); their reports hold no identity number."""
    count = 0
    for kind in KINDS:
        for name in ("done", "failed"):
            for path in (inbox_folder(kind) / name).glob("*"):
                if path.is_file() and not path.name.endswith(".report.json") and path.stat().st_mtime < before:
                    path.unlink(missing_ok=True)
                    count += 1
    return count
