"""Imports: how large a file may be, how long files and waiting rows are kept."""

from gongshi.settings import env
from gongshi.settings.celery import BULK, CLOCK, every

IMPORT_MAX_MEGABYTES = env.number("GONGSHI_IMPORT_MAX_MEGABYTES", 50, "largest file that an import takes")
IMPORT_MAX_UNPACKED_MEGABYTES = env.number(
    "GONGSHI_IMPORT_MAX_UNPACKED_MEGABYTES", 300, "largest size of an .xlsx once unpacked"
)
IMPORT_MAX_ROWS = env.number("GONGSHI_IMPORT_MAX_ROWS", 100_000, "most rows of data of one sheet that an import takes")
IMPORT_MAX_COLUMNS = env.number("GONGSHI_IMPORT_MAX_COLUMNS", 100, "most columns of one sheet that an import takes")
IMPORT_KEEP_FILES_DAYS = env.number(
    "GONGSHI_IMPORT_KEEP_FILES_DAYS", 180, "days after which the source files of imports are deleted"
)
IMPORT_KEEP_ROWS_DAYS = env.number(
    "GONGSHI_IMPORT_KEEP_ROWS_DAYS", 90, "days after which the cells of rows that still wait are erased"
)
IMPORT_LEASE_SECONDS = env.number(
    "GONGSHI_IMPORT_LEASE_SECONDS", 120, "seconds without a sign of life after which another worker takes up a run"
)

every("import-sweep", "importers.tasks.sweep", queue=BULK, minutes=1)
every("import-inboxes", "importers.tasks.read_inboxes", queue=CLOCK, minutes=1)
every("import-retention", "importers.tasks.erase_old", queue=BULK, hours=6)
