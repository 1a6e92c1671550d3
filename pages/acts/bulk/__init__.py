"""Many decisions in one act, with everything that a page made by hand has; any kind whose facts a source can say."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from pages.acts.bulk.changes import Applied, AppliedBatch, DecisionChange
from pages.acts.bulk.create import create_decisions
from pages.acts.bulk.shared import BulkContext
from pages.acts.bulk.update import update_decisions
from pages.acts.site_tree import archive_for
from pages.base.shape import shape_of
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
    groups: dict[str, list[DecisionChange]] = defaultdict(list)
    for change in changes:
        groups[change.data.kind].append(change)
    with transaction.atomic():
        for kind, group in groups.items():
            shared = BulkContext.load(shape_of(kind), now or timezone.now(), user, publish, approval)
            batch.created += _create(kind, [change for change in group if change.page_id is None], shared)
            batch.changed += update_decisions([change for change in group if change.page_id is not None], shared)
    return batch


def _create(kind: str, changes: Sequence[DecisionChange], shared: BulkContext) -> list[Applied]:
    """New decisions below the archive of their year."""
    years: dict[int, list[DecisionChange]] = defaultdict(list)
    for change in changes:
        years[change.data.decided_on.year].append(change)
    return [
        made for year in sorted(years) for made in create_decisions(years[year], _locked_archive(kind, year), shared)
    ]


def _locked_archive(kind: str, year: int) -> ArchiveYearPage:
    """The archive page under the row lock that Wagtail's own ``add_child`` takes."""
    return ArchiveYearPage.objects.select_for_update().get(pk=archive_for(year, kind).pk)
