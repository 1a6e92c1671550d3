"""Acts of Wagtail that change what is public without saving the page."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import page_unpublished, post_page_move

from pages.base.disclosure import DisclosurePage
from pages.base.powers import PartOfPower
from pages.base.subject import PublicSubject
from pages.kinds.law.models import LawArticle
from pages.projection.related import project_powers
from pages.projection.saving import project_descendants, project_page, save_record, take_down
from pages.projection.subjects import project_entry
from records.models.publication import PublicRecord


@receiver(post_save, sender=Revision)
def schedule_changed(instance: Revision, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    """A cancelled schedule touches the revision only."""
    if not update_fields or "approved_go_live_at" not in update_fields or instance.approved_go_live_at is not None:
        return
    page = instance.content_object
    if isinstance(page, DisclosurePage) and not page.live:
        project_page(page)


@receiver(post_delete)
def part_of_power_deleted(instance: Any, **kwargs: Any) -> None:
    """What belonged to a power leaves its page when it is deleted."""
    if isinstance(instance, PartOfPower):
        project_powers(instance.power_id)


@receiver(post_delete, sender=LawArticle)
def article_deleted(instance: LawArticle, **kwargs: Any) -> None:
    """A deleted article leaves the page of its law."""
    project_entry(instance.law)


@receiver(page_unpublished)
def unpublished(instance: Page, **kwargs: Any) -> None:
    """Nothing of an unpublished page waits: Wagtail clears approved schedules only after it has saved the page."""
    take_down(PublicRecord.objects.filter(page_id=instance.pk).first(), timezone.now())


@receiver(pre_delete)
def deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """A deleted page leaves its address and a take-down behind, however it is deleted."""
    if isinstance(instance, Page):
        take_down(PublicRecord.objects.filter(page_id=instance.pk).first(), timezone.now())
    elif isinstance(instance, PublicSubject):
        save_record(instance.record_key, None)


@receiver(post_page_move)
def moved(instance: Page, **kwargs: Any) -> None:
    """Addresses below a moved page change; a new slug is heeded by the section's own save."""
    project_descendants(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """A private section is not public."""
    project_descendants(instance.page)
