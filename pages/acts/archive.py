"""Keeping each decision below the archive of its year."""

from typing import Any

from django.db import transaction

from pages.acts.site_tree import archive_for
from pages.base.disclosure import DisclosurePage
from pages.base.titles import digest
from pages.base.tree import DecisionIndexPage
from records.types import kind_of


def keep_in_year(page: DisclosurePage, user: Any = None) -> DisclosurePage:
    """Move a decision to the archive of its decision date; returns it as it stands then.

    Records of kinds without archives stay where they are.

    Both parents are below the index, whose row is locked: Wagtail's move takes no lock of its own, and two at once, or
    one beside an editor who adds a page, end in a deadlock.
    """
    model: Any = type(page)
    if page.decided_on is None or not kind_of(page.kind).archived:
        return page
    with transaction.atomic():
        archive = archive_for(page.decided_on.year, page.kind)
        if page.get_parent().pk == archive.pk:
            return page
        list(DecisionIndexPage.objects.select_for_update().filter(kind=page.kind).values_list("pk"))
        current = model.objects.get(pk=page.pk)
        if not model._slug_is_available(current.slug, archive, current):
            current.slug = f"{current.slug}-{digest(current.natural_key or str(current.pk))}"
            current.save(update_fields=["slug"])
        current.move(archive, pos="last-child", user=user)
    return model.objects.get(pk=page.pk)
