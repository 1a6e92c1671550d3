"""The Celery app: ``celery -A gongshi worker`` and ``celery -A gongshi beat``.

The ``celery`` imported here is the library: ``site/`` is on the path, not this folder.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from celery import Celery
from celery.signals import before_task_publish

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongshi.settings.dev")

app = Celery("gongshi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@before_task_publish.connect
def stamp(headers: dict[str, Any], **_: object) -> None:
    """Write into a message of the clock when it was sent (pages/scheduling/ticks.py)."""
    if "job" in headers:
        headers.setdefault("sent_at", datetime.now(UTC).isoformat())


@app.on_after_configure.connect
def make_folders(sender: Celery, **_: object) -> None:
    """Make the folders of the broker of files and of beat's schedule: neither makes its own."""
    options = sender.conf.broker_transport_options
    names = [options[name] for name in ("data_folder_in", "control_folder") if name in options]
    if sender.conf.beat_schedule_filename:
        names.append(str(Path(sender.conf.beat_schedule_filename).parent))
    for name in names:
        Path(name).mkdir(parents=True, exist_ok=True)
