"""The page behind a record that a person ended: nothing of it is live, and nothing waits for its start."""

from typing import Any

from wagtail.actions.unpublish_page import UnpublishPageAction


def end_page(page: Any, user: Any) -> None:
    """Unpublish it and cancel its schedules; drafts and history stay. The act that ends it has asked who may."""
    UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
