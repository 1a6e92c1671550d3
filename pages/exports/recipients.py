"""Telling those who hold an exported record that it is no longer what it was."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import log

from pages.exports.models import ExportedItem, Recipient, RecipientTask
from records.models import PublicRecord
from records.signals import record_outdated


@receiver(record_outdated)
def open_tasks(record: PublicRecord, cause: str, now: datetime, **kwargs: Any) -> None:
    """A task for each recipient of an earlier export that held the record, in the act's transaction."""
    held = ExportedItem.objects.filter(record_key=record.key, run__recipient__isnull=False)
    recipients = Recipient.objects.filter(pk__in=held.values("run__recipient"))
    tasks = [
        RecipientTask(recipient=one, record_key=record.key, title=record.title, cause=cause, opened_at=now)
        for one in recipients
    ]
    RecipientTask.objects.bulk_create(tasks)


@transaction.atomic
def close_task(task: RecipientTask, *, user: Any, note: str) -> None:
    """Say that a recipient was told, and how. Raises ``ValueError`` without a note."""
    if not note.strip():
        raise ValueError("say how the recipient was told")
    task.done_at, task.done_by, task.note = timezone.now(), user, note.strip()
    task.save()
    log(instance=task, action="pages.close_task", user=user, data={"note": task.note})
