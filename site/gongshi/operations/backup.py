"""Database and files in one archive, each with its hash; nothing is put back that is not whole."""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _

from gongshi.operations import databases
from gongshi.operations.closed import close_site
from gongshi.operations.older import applied_migrations, refuse_older

MANIFEST = "manifest.json"
_FILES = "files"


def make_backup(target: Path, now: datetime) -> dict[str, Any]:
    """Write an archive; it appears under its name only when it is whole. Returns its manifest."""
    with tempfile.TemporaryDirectory(prefix="gongshi-backup-") as folder:
        database = Path(folder) / databases.file_name()
        databases.dump(database)
        parts = {database.name: database, **dict(_media())}
        manifest = {
            "made_at": now.isoformat(),
            "database": connection.vendor,
            "migrations": applied_migrations(connection),
            "files": {name: sha256(path) for name, path in parts.items()},
        }
        (Path(folder) / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
        half = target.with_name(target.name + ".part")
        with tarfile.open(half, "w:gz", compresslevel=1) as archive:
            archive.add(Path(folder) / MANIFEST, MANIFEST)
            for name, path in parts.items():
                archive.add(path, name)
        half.chmod(0o600)
        half.replace(target)
    return manifest


def restore_backup(source: Path, replace: bool = False) -> dict[str, Any]:
    """Put an archive back into an empty place, or over what is there when ``replace``; the public side stays closed.

    Raises ``CommandError`` when the archive is not whole, older than the first release or of another database, or when
    the place is not empty.
    """
    with tempfile.TemporaryDirectory(prefix="gongshi-restore-") as folder:
        manifest = _unpack(source, Path(folder))
        _check(manifest, Path(folder))
        if not replace and not databases.is_empty():
            raise CommandError(_("The database is not empty; --replace overwrites it."))
        close_site()
        databases.load(Path(folder) / databases.file_name())
        _put_files(Path(folder) / _FILES)
    return manifest


def sha256(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _media() -> Iterator[tuple[str, Path]]:
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield f"{_FILES}/{path.relative_to(root)}", path


def _unpack(source: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(source) as archive:
            for member in archive:
                _take_out(archive, member, folder)
        return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, tarfile.TarError, ValueError, EOFError) as error:
        raise CommandError(_("This is no whole backup: %(reason)s") % {"reason": error}) from error


def _take_out(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """One plain file, inside the folder. Debian's Python 3.11.2 has no extraction filters, so we look ourselves."""
    target = (folder / member.name).resolve()
    content = archive.extractfile(member) if member.isfile() else None
    if content is None or not target.is_relative_to(folder.resolve()):
        raise tarfile.TarError(member.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(content, file)


def _check(manifest: dict[str, Any], folder: Path) -> None:
    if manifest["database"] != connection.vendor:
        raise CommandError(
            _("The backup is of %(theirs)s, this site runs on %(ours)s.")
            % {"theirs": manifest["database"], "ours": connection.vendor}
        )
    refuse_older(manifest["migrations"])
    for name, digest in manifest["files"].items():
        if not (folder / name).is_file() or sha256(folder / name) != digest:
            raise CommandError(_("The file %(name)s in the backup is damaged.") % {"name": name})


def _put_files(folder: Path) -> None:
    if folder.exists():
        shutil.copytree(folder, settings.MEDIA_ROOT, dirs_exist_ok=True)
