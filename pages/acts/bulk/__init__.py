"""Many decisions in one act, with everything that a page made by hand has."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from pages.acts.bulk.changes import AppliedBatch, DecisionChange
from pages.acts.bulk.create import create_decisions
from pages.acts.bulk.shared import BulkContext
from pages.acts.bulk.update import update_decisions
from pages.acts.site_tree import archive_for
from pages.base.tree import ArchiveYearPage
from records.approval import Approval

__all__ = ["apply_decisions"]


def apply_decisions(
    changes: Sequence[DecisionChange],
    *,
    user: Any,
    publish: bool,
    approval: Approval | None = None,
    now: datetime | None = None,
) -> AppliedBatch:
    """Create and change decisions in one transaction; all of the group or nothing.

    ``publish`` needs an ``approval``, which is recorded on each page; without it pages are drafts. Call it with groups
    small enough for the database at hand (SQLite blocks other writers meanwhile). Raises ``PermissionDenied``.
    """
    if publish and approval is None:
        raise PermissionDenied("publishing in bulk needs an approval")
    batch = AppliedBatch()
    with transaction.atomic():
        shared = BulkContext.load(now or timezone.now(), user, publish, approval)
        new: dict[int, list[DecisionChange]] = defaultdict(list)
        for change in changes:
            if change.page_id is None:
                new[change.facts.decided_on.year].append(change)
        for year in sorted(new):
            batch.created += create_decisions(new[year], _locked_archive(year), shared)
        batch.changed = update_decisions([change for change in changes if change.page_id is not None], shared)
    return batch


def _locked_archive(year: int) -> ArchiveYearPage:
    """The archive page under the row lock that Wagtail's own ``add_child`` takes."""
    return ArchiveYearPage.objects.select_for_update().get(pk=archive_for(year).pk)
