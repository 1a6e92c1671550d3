"""The projection follows what the models announce, in the transaction in which it is said."""

from typing import Any

from django.dispatch import receiver

from pages.base import announcing
from pages.projection import related
from pages.projection.subjects import sync_officers_of, sync_record
from pages.projection.sync import sync_descendants, sync_page


@receiver(announcing.page_saved)
def page_saved(page: Any, **kwargs: Any) -> None:
    """Its record says what was released of it."""
    sync_page(page)


@receiver(announcing.address_changed)
def address_changed(page: Any, **kwargs: Any) -> None:
    """Records stand at the addresses of their pages."""
    sync_descendants(page)


@receiver(announcing.subject_saved)
def subject_saved(subject: Any, **kwargs: Any) -> None:
    """A thing that is no page goes out by being saved."""
    sync_record(subject, saved=True)


@receiver(announcing.agency_renamed)
def agency_renamed(page: Any, **kwargs: Any) -> None:
    """The records of its officers carry its name."""
    sync_officers_of(page)


@receiver(announcing.law_saved)
def law_saved(law: Any, **kwargs: Any) -> None:
    """What rests on it carries its name."""
    related.sync_resting(law=law)


@receiver(announcing.article_saved)
def article_saved(article: Any, left: Any, **kwargs: Any) -> None:
    """It stands on the page of its law, and its text on the pages that rest on it."""
    for law in [article.law, *([left] if left else [])]:
        sync_record(law, saved=True)
    related.sync_resting(pk=article.pk)


@receiver(announcing.power_saved)
def power_saved(page: Any, **kwargs: Any) -> None:
    """Its benchmarks and guides carry its name."""
    related.sync_parts(page)


@receiver(announcing.part_of_power_saved)
def part_of_power_saved(page: Any, left: Any, **kwargs: Any) -> None:
    """A power leads to its benchmarks and guides; so did the one that it left."""
    related.sync_power(page.power_id, left)
