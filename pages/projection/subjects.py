"""The record of a thing that is no page; see ``pages.base.subject``."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from pages.base.subject import PublicSubject
from pages.projection.context import ProjectionContext
from pages.projection.project import project_subject
from pages.projection.sync import sync_subject
from records.kinds.registry import kind_of
from records.models.publication import PublicRecord


def sync_record(
    subject: PublicSubject,
    now: datetime | None = None,
    context: ProjectionContext | None = None,
    saved: bool = False,
) -> PublicRecord | None:
    """Make the projection say what this thing says; ``context`` is shared by acts on many, ``saved`` lets it out."""
    now = now or timezone.now()
    with transaction.atomic():
        window = subject.public_window()
        if window is None:
            return sync_subject(subject.record_key, None, now)
        start, end = window
        draft = project_subject(kind_of(subject.kind), subject, context or ProjectionContext.load(now), start, end)
        return sync_subject(subject.record_key, draft, now, saved)


def sync_officers_of(unit: Any) -> None:
    """Project the officers of a body again, whose name or code changed."""
    now = timezone.now()
    context = ProjectionContext.load(now)
    with transaction.atomic():
        for officer in unit.officers.select_related("unit"):
            sync_record(officer, now, context)
