"""Keeping each decision below the archive of its year."""

from typing import Any

from django.db import transaction

from pages.models import DecisionIndexPage, PenaltyDecisionPage
from pages.site_tree import archive_for
from pages.titles import digest


def keep_in_year(page: PenaltyDecisionPage, user: Any = None) -> PenaltyDecisionPage:
    """Move a decision to the archive of its decision date; returns it as it stands then.

    Both parents are below the index, whose row is locked: Wagtail's move takes no lock of its own, and two at once, or
    one beside an editor who adds a page, end in a deadlock.
    """
    if page.decided_on is None:
        return page
    with transaction.atomic():
        archive = archive_for(page.decided_on.year)
        if page.get_parent().pk == archive.pk:
            return page
        list(DecisionIndexPage.objects.select_for_update().values_list("pk"))
        current = PenaltyDecisionPage.objects.get(pk=page.pk)
        if not PenaltyDecisionPage._slug_is_available(current.slug, archive, current):
            current.slug = f"{current.slug}-{digest(current.natural_key or str(current.pk))}"
            current.save(update_fields=["slug"])
        current.move(archive, pos="last-child", user=user)
    return PenaltyDecisionPage.objects.get(pk=page.pk)
