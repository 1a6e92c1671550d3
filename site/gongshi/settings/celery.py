"""Background work: a broker of files in ``var/`` by default, Redis by address.

No broker is trusted: rows with leases in the database own the truth, and a sweeper takes up what a broker lost.
"""

from datetime import timedelta
from typing import Any

from kombu import Exchange, Queue

from gongshi.settings import env
from gongshi.settings.i18n import TIME_ZONE
from gongshi.settings.paths import VAR_DIR

CELERY_BROKER_URL = env.text(
    "GONGSHI_BROKER_URL",
    "filesystem://localhost//",
    "Celery's broker: redis://HOST:PORT/0, or filesystem://localhost// for files in var/",
)
BROKER_FOLDER = VAR_DIR / "broker"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = (
    {
        # One folder for both ways: sender and worker are on one machine.
        "data_folder_in": str(BROKER_FOLDER / "queue"),
        "data_folder_out": str(BROKER_FOLDER / "queue"),
        "control_folder": str(BROKER_FOLDER / "control"),
        # A worker that finds nothing, or may take no more, looks again after so many seconds.
        "polling_interval": 0.2,
    }
    if CELERY_BROKER_URL.startswith("filesystem")
    # A task not acknowledged in this many seconds is given to another worker.
    else {"visibility_timeout": 300}
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_ENABLE_UTC = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat" / "schedule")

# Two queues with a worker each: a long import must never stand in the way of what is due by the minute.
CLOCK, BULK = "clock", "bulk"
CELERY_TASK_DEFAULT_QUEUE = BULK
# A worker that is told no queue serves both.
CELERY_TASK_QUEUES = [Queue(name, Exchange(name), routing_key=name) for name in (CLOCK, BULK)]
CELERY_TASK_ROUTES: dict[str, dict[str, str]] = {}
# What runs by the clock. No message expires: one that comes late does its work, and those of its job that waited beside
# it do nothing (pages/scheduling/ticks.py).
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {}


def every(name: str, task: str, *, queue: str = BULK, **interval: float) -> None:
    """Add a periodic task: ``every("publish", "pages.tasks.publish_due", queue=CLOCK, minutes=1)``.

    ``CLOCK`` is for what ends within seconds, ``BULK`` for what may take minutes. ``name`` is the job under which its
    last run is kept.
    """
    CELERY_BEAT_SCHEDULE[name] = {
        "task": task,
        "schedule": timedelta(**interval),
        "options": {"queue": queue, "headers": {"job": name}},
    }
