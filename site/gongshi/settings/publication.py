"""The public side: how long answers may be kept, how files are sent, what runs by the clock."""

from gongshi.settings import env
from gongshi.settings.celery import every

PUBLIC_CACHE_SECONDS = env.number(
    "GONGSHI_PUBLIC_CACHE_SECONDS", 60, "longest time a browser or proxy may keep a public answer before asking again"
)
FILES_ACCEL_PREFIX = env.text(
    "GONGSHI_FILES_ACCEL_PREFIX",
    "",
    "internal nginx location over the media folder, such as /protected-media/; empty: this program sends files itself",
)

every("publish", "pages.tasks.publish_due", minutes=1)
every("reproject", "pages.tasks.reproject_all", minutes=1)
every("files", "pages.tasks.examine_files", minutes=1)
every("deadlines", "pages.tasks.recount_deadlines", hours=12)
