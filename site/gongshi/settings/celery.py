"""Background work: a broker of files in ``var/`` by default, Redis by address.

No broker is trusted: rows with leases in the database own the truth, and a sweeper takes up what a broker lost.
"""

from datetime import timedelta
from typing import Any

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

# What runs by the clock. A task that waited longer than `expires` is dropped: its successor is due already.
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {}


def every(name: str, task: str, **interval: float) -> None:
    """Add a periodic task: ``every("publish", "pages.tasks.publish_due", minutes=1)``."""
    pause = timedelta(**interval)
    CELERY_BEAT_SCHEDULE[name] = {
        "task": task,
        "schedule": pause,
        "options": {"expires": max(pause.total_seconds(), 30)},
    }
