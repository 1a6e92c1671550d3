"""Whether the servers that the site leans on answer: database, broker, search engine, the machine's own disk."""

import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from gongshi.health.finding import Finding
from gongshi.operations.closed import is_closed
from gongshi.operations.journal import journal_file
from pages.acts.open_portal_section import is_open
from search import engines, rebuilding

_SECONDS = 2
_MEGABYTE = 1024 * 1024


def database() -> Finding:
    """Answers a question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return Finding("database", detail=connection.vendor)


def broker() -> Finding:
    """Redis takes a connection and says PONG; the folder of files can be written."""
    address = settings.CELERY_BROKER_URL
    if address.startswith("filesystem"):
        return _folder(Path(settings.CELERY_BROKER_TRANSPORT_OPTIONS["data_folder_in"]))
    if not address.startswith("redis"):
        return Finding("broker", detail=urlsplit(address).scheme)
    from redis import Redis
    from redis.exceptions import RedisError

    try:
        with Redis.from_url(address, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS) as client:
            client.ping()
    except (RedisError, OSError) as error:
        return Finding("broker", "broker-down", 1, type(error).__name__)
    return Finding("broker", detail="redis")


def _folder(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".health"
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError as error:
        return Finding("broker", "broker-down", 1, error.strerror or "")
    return Finding("broker", detail="files")


def search() -> Finding:
    """Elasticsearch where it is in use: the server, its index, and whether that holds what is public.

    The database stands in for a dead one, so it is an illness and no failure.
    """
    engine: Any = engines.elasticsearch_engine()
    if engine is None:
        return Finding("search", detail=engines.DATABASE)
    if not engine.answers():
        return Finding("search", "search-down", 1, engine.name)
    reason = engine.lost()
    if reason:
        building = "; it is being built" if rebuilding.is_running(engine.name) else ""
        return Finding("search", "search-lost", 1, f"{reason}{building}")
    missing = rebuilding.drift(engine)
    detail = f"the index differs from what is public by {missing}" if missing else engine.name
    return Finding("search", "search-differs" if missing else "", missing, detail)


def disk() -> Finding:
    """Room where the data lies."""
    folder = Path(settings.VAR_DIR)
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free // _MEGABYTE
    limit = settings.HEALTH_DISK_MB
    return Finding("disk", "disk-full" if free < limit else "", free, f"{free} MB free (least {limit})")


def closed() -> Finding:
    """The public side is open; after a restore somebody must open it."""
    return Finding("open", "site-closed" if is_closed() else "", float(is_closed()))


def column() -> Finding:
    """The column is open; on a new site somebody must open it."""
    missing = not is_open()
    return Finding("column", "site-not-set-up" if missing else "", float(missing))


def journal() -> Finding:
    """The journal of take-downs can be written: without it no act takes anything down."""
    folder = journal_file().parent
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        return Finding("journal", "journal-lost", 1, error.strerror or "")
    writable = os.access(folder, os.W_OK)
    return Finding("journal", "" if writable else "journal-lost", float(not writable))
