"""The projection follows what the models announce, in the transaction in which it is said."""

from typing import Any

from django.dispatch import receiver

from pages.base import announcing
from pages.projection import related
from pages.projection.saving import project_descendants, project_page
from pages.projection.subjects import project_entry, project_officers_of


@receiver(announcing.page_saved)
def page_saved(page: Any, **kwargs: Any) -> None:
    """Its record says what was released of it."""
    project_page(page)


@receiver(announcing.address_changed)
def address_changed(page: Any, **kwargs: Any) -> None:
    """Records stand at the addresses of their pages."""
    project_descendants(page)


@receiver(announcing.subject_saved)
def subject_saved(subject: Any, **kwargs: Any) -> None:
    """A thing that is no page goes out by being saved."""
    project_entry(subject, saved=True)


@receiver(announcing.agency_renamed)
def agency_renamed(page: Any, **kwargs: Any) -> None:
    """The records of its officers carry its name."""
    project_officers_of(page)


@receiver(announcing.law_saved)
def law_saved(law: Any, **kwargs: Any) -> None:
    """What rests on it carries its name."""
    related.project_resting(law=law)


@receiver(announcing.article_saved)
def article_saved(article: Any, left: Any, **kwargs: Any) -> None:
    """It stands on the page of its law, and its text on the pages that rest on it."""
    for law in [article.law, *([left] if left else [])]:
        project_entry(law, saved=True)
    related.project_resting(pk=article.pk)


@receiver(announcing.power_saved)
def power_saved(page: Any, **kwargs: Any) -> None:
    """Its benchmarks and guides carry its name."""
    related.project_parts(page)


@receiver(announcing.part_of_power_saved)
def part_of_power_saved(page: Any, left: Any, **kwargs: Any) -> None:
    """A power leads to its benchmarks and guides; so did the one that it left."""
    related.project_powers(page.power_id, left)
