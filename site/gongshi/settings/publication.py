"""The public side: how long answers may be kept, how files are sent, what runs by the clock."""

from gongshi.settings import env
from gongshi.settings.celery import BULK, CELERY_TASK_ROUTES, CLOCK, every

PUBLIC_CACHE_SECONDS = env.number(
    "GONGSHI_PUBLIC_CACHE_SECONDS", 60, "longest time a browser or proxy may keep a public answer before asking again"
)
FILES_ACCEL_PREFIX = env.text(
    "GONGSHI_FILES_ACCEL_PREFIX",
    "",
    "internal nginx location over the media folder, such as /protected-media/; empty: this program sends files itself",
)

every("publish", "pages.tasks.publish_due", queue=CLOCK, minutes=1)
every("rebuild_records", "pages.tasks.rebuild_all_records", queue=BULK, minutes=1)
every("files", "privacy.tasks.examine_files", queue=BULK, minutes=1)
every("editors-search", "pages.tasks.sweep_pages", queue=CLOCK, seconds=10)
every("deadlines", "pages.tasks.recount_deadlines", queue=BULK, hours=12)
CELERY_TASK_ROUTES["pages.tasks.publish_due_now"] = {"queue": CLOCK}
