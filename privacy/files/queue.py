"""Files are looked at by a worker, under leases in the database: no screen and no transaction waits for them."""

import logging
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db import transaction
from django.db.models import F
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from kombu.exceptions import OperationalError

from privacy.files.checks import check_of, examine
from privacy.models.decisions import FileCheck, FileReason, FileState
from privacy.models.files import BureauDocument

logger = logging.getLogger(__name__)
# Longer than a file may take; a worker that died gives its file free then.
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 3


@receiver(post_save, sender=BureauDocument)
def ask(instance: BureauDocument, update_fields: Any = None, **kwargs: Any) -> None:
    """A new file is looked at as soon as it is stored. A partial save is Wagtail's book-keeping of its hash."""
    if update_fields is None and instance.file:
        check_of(instance)
        wake()


def wake() -> None:
    """Tell a worker after the commit; when no broker answers, the clock does within a minute."""

    def tell() -> None:
        try:
            examine_files.delay()
        except (OperationalError, OSError):
            logger.warning("No broker took the check of a file; the clock will.")

    transaction.on_commit(tell)


@shared_task(name="privacy.tasks.examine_files")
def examine_files() -> None:
    """Look at files that wait for it, and make the copies of those that have passed."""
    work()


def work() -> int:
    """Look at everything that is due, one file after another; returns how many were looked at."""
    done = 0
    while (check := _take()) is not None:
        _look(check)
        done += 1
    return done


def _take() -> FileCheck | None:
    now = timezone.now()
    for key in FileCheck.objects.due(now).order_by("pk").values_list("pk", flat=True)[:20]:
        free = FileCheck.objects.due(now).filter(pk=key)
        if free.update(leased_until=now + LEASE, attempts=F("attempts") + 1):
            return FileCheck.objects.select_related("document").get(pk=key)
    return None


def _look(check: FileCheck) -> None:
    try:
        examine(check)
    except Exception as error:
        logger.warning("file check %s failed: %s", check.pk, type(error).__name__)
        if check.attempts >= MOST_ATTEMPTS:
            FileCheck.objects.filter(pk=check.pk).update(state=FileState.UNREADABLE, reason=FileReason.BROKEN)
        return
    FileCheck.objects.filter(pk=check.pk).update(leased_until=None)
