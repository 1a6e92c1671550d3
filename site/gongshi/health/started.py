"""When the site was started: what has never run since is late only after a while."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max
from django.utils import timezone


def started() -> datetime:
    """The later of the web server's start (gunicorn.conf.py leaves a file) and the newest migration."""
    migrated = MigrationRecorder.Migration.objects.aggregate(at=Max("applied"))["at"]
    now = timezone.now()
    return min(max(filter(None, (_web_server(), migrated)), default=now), now)


def _web_server() -> datetime | None:
    try:
        return datetime.fromtimestamp((Path(settings.VAR_DIR) / "health" / "started").stat().st_mtime, UTC)
    except OSError:
        return None
