"""A new holiday or a changed rule moves the dates that rest on it, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from pages.base.deadlines import recount
from rules.models.deadlines import AnnouncedYear, CalendarDay, DeadlineRule


@receiver([post_save, post_delete], sender=CalendarDay)
@receiver([post_save, post_delete], sender=AnnouncedYear)
@receiver([post_save, post_delete], sender=DeadlineRule)
def follow(**kwargs: Any) -> None:
    """Count again."""
    recount()
