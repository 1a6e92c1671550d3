"""The editors' search follows what is written: at once by hand, by a worker after mass acts."""

import logging
from typing import Any

from celery import shared_task
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page

from pages.admin.search_backend import entries
from records.signals import pages_made, reindexing
from records.ticks import clock_task
from records.waking import wake_after_commit

logger = logging.getLogger(__name__)
# The clock's worker has other things to do: what a sweep leaves is the next one's.
_SWEEP_ENTRIES = 500


@receiver(post_save)
def page_saved(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A page of any type; a new draft saves its page too."""
    if isinstance(instance, Page) and not raw:
        _index_page(instance)


def _index_page(page: Page) -> None:
    try:
        with transaction.atomic():
            entries.write(entries.complete(Page.objects.filter(pk=page.pk)))
    except Exception:
        logger.exception("The editors' search does not know page %s yet", page.pk)


@receiver(pages_made)
def index_made(**kwargs: Any) -> None:
    """Entries of pages made in bulk are the worker's; until then their columns are matched."""
    wake_after_commit(wake)


@receiver(reindexing)
def write_all(**kwargs: Any) -> None:
    """The entries of all pages anew."""
    entries.write(entries.complete(Page.objects.filter(depth__gt=1)))


def wake() -> None:
    """Ask a worker to take up what was made; without a broker the sweeper does."""
    try:
        index_pages.apply_async(retry=False)
    except Exception as error:
        logger.warning("No broker to take %s: %s", index_pages.name, error)


@shared_task(name="pages.tasks.index_pages", ignore_result=True)
def index_pages() -> None:
    """Write the entries that mass acts have left."""
    entries.write_missing()


@clock_task("pages.tasks.sweep_pages")
def sweep_pages() -> None:
    """Some of them, while a long import keeps the other worker busy."""
    entries.write_missing(_SWEEP_ENTRIES)
