"""Changes of settings that every record must follow."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from pages.acts.archive import keep_in_year
from pages.acts.rebuild_later import rebuild_later
from pages.acts.rebuild_records import rebuild_records
from pages.base.disclosure import DisclosurePage
from records.models import PublicRecord
from rules.models import PublicationSettings, Term, WindowRule

# More than this is left to the worker: a person waits for the answer, and on SQLite everybody else does too.
AT_ONCE = 100


@receiver(post_save, sender=PublicationSettings)
@receiver(post_save, sender=Term)
@receiver(post_save, sender=WindowRule)
def follow(created: bool, sender: type, **kwargs: Any) -> None:
    """A changed mask, label or basis holds everywhere at once. A new row is used nowhere yet."""
    if created and sender is not PublicationSettings:
        return
    if PublicRecord.objects.count() > AT_ONCE:
        rebuild_later()
        return
    with transaction.atomic():
        rebuild_records()


@receiver(page_published)
def published(instance: Any, **kwargs: Any) -> None:
    """What is public stands below the archive of its year."""
    if not isinstance(instance, DisclosurePage):
        return
    moved = keep_in_year(instance)
    instance.path, instance.depth, instance.url_path = moved.path, moved.depth, moved.url_path
