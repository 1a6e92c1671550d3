"""One lock order for every act on pages: pages by id, then records by id."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from pages.projection.related import family_of


def lock_pages(keys: Iterable[Any]) -> None:
    """Lock pages, and those whose records they carry along, until the transaction ends (PostgreSQL).

    SQLite needs nothing: a transaction that writes has the only write lock from its start.
    """
    wanted = family_of(keys)
    list(Page.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk").values_list("pk"))


def locked(page: Any) -> Any:
    """The page as the database holds it, under its lock."""
    lock_pages([page.pk])
    return type(page).objects.get(pk=page.pk)
