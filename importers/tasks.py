"""Celery's entries: each task may run twice, late or never; the rows in the database are the truth."""

import logging
import time

from celery import shared_task
from django.conf import settings
from django.utils import timezone
from kombu.exceptions import OperationalError

from importers.engine import carry_on
from importers.models import ImportRun
from importers.quarantine import erase_old_rows
from importers.schedule.inbox import erase_old_inbox_files, look_into_inboxes
from importers.sending import erase_old_files
from records.ticks import clock_task

logger = logging.getLogger(__name__)


@shared_task(name="importers.tasks.carry_on_run")
def carry_on_run(run_id: int) -> None:
    """Carry one run on; does nothing when another worker holds it or it is over."""
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is not None:
        carry_on(run)


@clock_task("importers.tasks.sweep")
def sweep() -> int:
    """Take up runs whose worker was killed or whose task was lost; returns how many were taken up."""
    taken = 0
    for run in ImportRun.objects.forsaken(timezone.now()).order_by("pk"):
        try:
            taken += carry_on(run)
        except Exception:
            # Logged where it broke; one broken run must not keep the others waiting.
            logger.warning("Import run %s is left for the next sweep.", run.pk)
    return taken


@clock_task("importers.tasks.read_inboxes")
def read_inboxes() -> int:
    """Look into the watched folders, have what arrived imported, file away what is; returns how many were filed."""
    began = timezone.now()
    # A run opened by an earlier look is the sweeper's: no message a minute for a file that waits behind a long one.

    def send(run: ImportRun) -> None:
        if run.created_at >= began:
            hand_over(run)

    return look_into_inboxes(send)


def hand_over(run: ImportRun) -> None:
    """Tell the worker of a run; when no broker takes it, the sweeper finds it within a minute."""
    try:
        carry_on_run.apply_async((run.pk,), retry=False)
    except (OperationalError, OSError):
        logger.warning("No broker took import run %s; the sweeper will.", run.pk)


@clock_task("importers.tasks.erase_old")
def erase_old() -> None:
    """Keep the retention periods of source files and of rows that wait."""
    erase_old_files(settings.IMPORT_KEEP_FILES_DAYS)
    erase_old_inbox_files(time.time() - settings.IMPORT_KEEP_FILES_DAYS * 86_400)
    erase_old_rows(settings.IMPORT_KEEP_ROWS_DAYS)
