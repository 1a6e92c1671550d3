"""The record of a thing that is no page; see ``pages.base.subject``."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from pages.base.subject import PublicSubject
from pages.projection.context import ProjectionContext
from pages.projection.project import draft_entry
from pages.projection.saving import save_record
from records.models.publication import PublicRecord
from records.types.registry import kind_of


def project_entry(
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
            return save_record(subject.record_key, None, now)
        start, end = window
        draft = draft_entry(kind_of(subject.kind), subject, context or ProjectionContext.load(now), start, end)
        return save_record(subject.record_key, draft, now, saved)


def project_officers_of(unit: Any) -> None:
    """Project the officers of a body again, whose name or code changed."""
    now = timezone.now()
    context = ProjectionContext.load(now)
    with transaction.atomic():
        for officer in unit.officers.select_related("unit"):
            project_entry(officer, now, context)
