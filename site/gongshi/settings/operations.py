"""What a bureau's IT department watches, and where the journal of take-downs lies."""

from gongshi.settings import env
from gongshi.settings.celery import BULK, CLOCK, every
from gongshi.settings.paths import VAR_DIR

JOURNAL_DIR = env.path(
    "GONGSHI_JOURNAL_DIR",
    VAR_DIR / "journal",
    "folder of the take-down journal, best on a disk of its own",
)
# While this file stands the public side answers 503: from a restore until index and take-downs are right again.
CLOSED_FILE = VAR_DIR / "closed"
HEALTH_SCHEDULER_SECONDS = env.number(
    "GONGSHI_HEALTH_SCHEDULER_SECONDS", 180, "oldest run of what runs by the minute that is healthy; also after a start"
)
HEALTH_WORKER_SECONDS = env.number(
    "GONGSHI_HEALTH_WORKER_SECONDS", 900, "longest silence of the worker of long work that is healthy"
)
HEALTH_OUTBOX_SECONDS = env.number(
    "GONGSHI_HEALTH_OUTBOX_SECONDS", 300, "oldest waiting row of a search engine that is healthy"
)
HEALTH_IMPORT_SECONDS = env.number(
    "GONGSHI_HEALTH_IMPORT_SECONDS", 900, "longest silence of a running import that is healthy"
)
HEALTH_DISK_MB = env.number("GONGSHI_HEALTH_DISK_MB", 1024, "least free disk space in MB that is healthy")
HEALTH_CLOCK_SECONDS = env.number(
    "GONGSHI_HEALTH_CLOCK_SECONDS", 5, "largest difference between this clock and the database server's that is healthy"
)
METRICS_ADDRESSES = env.words(
    "GONGSHI_METRICS_ADDRESSES",
    ("127.0.0.1", "::1"),
    "addresses or networks (10.1.0.0/16) that may read /readyz and /metrics",
)
ALARM_ADDRESS = env.text(
    "GONGSHI_ALARM_ADDRESS", "", "mail address that is told when the product becomes unhealthy; empty: nobody"
)
ALARM_REPEAT_HOURS = env.number("GONGSHI_ALARM_REPEAT_HOURS", 24, "hours after which a lasting illness is told again")

# Each worker looks at the other one: who stands still cannot say so.
every("health", "gongshi.check_health", queue=CLOCK, minutes=1)
every("health-from-bulk", "gongshi.check_health_from_bulk", queue=BULK, minutes=1)
