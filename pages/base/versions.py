"""Which version of a page is which: live, scheduled, draft, in review. Nobody else asks for "the latest"."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import cached_property
from wagtail.models import Revision

# Columns that a revision carries along without being part of what somebody wrote: Wagtail's book-keeping.
_BOOKKEEPING = frozenset(
    {
        "alias_of",
        "depth",
        "draft_title",
        "expired",
        "first_published_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
        "path",
        "url_path",
        "wagtail_admin_comments",
    }
)


def written_content(content: dict[str, Any]) -> dict[str, Any]:
    """What somebody wrote, out of a revision's content (``Page.serializable_data``)."""
    return {name: value for name, value in content.items() if name not in _BOOKKEEPING}


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 (hex) of what somebody wrote in a revision's content; Wagtail's book-keeping does not count."""
    text = json.dumps(
        written_content(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"), cls=DjangoJSONEncoder
    )
    return hashlib.sha256(text.encode()).hexdigest()


class PageVersions:
    """The versions of one page as the database holds them now. Make it under the page's lock to act upon it.

    Each is a ``Revision`` or None. ``draft`` is what somebody wrote since the live or scheduled version.
    """

    def __init__(self, page: Any) -> None:
        self.page = type(page).objects.get(pk=page.pk)

    @cached_property
    def live(self) -> Revision | None:
        """What the public sees, or would see inside its window."""
        return self.page.live_revision if self.page.live else None

    @cached_property
    def scheduled(self) -> Revision | None:
        """What becomes public by time alone."""
        waiting = self.page.revisions.filter(approved_go_live_at__isnull=False)
        return waiting.order_by("approved_go_live_at", "pk").first()

    @cached_property
    def latest(self) -> Revision | None:
        """What the edit form shows."""
        return self.page.get_latest_revision()

    @cached_property
    def draft(self) -> Revision | None:
        """The newest version when it is neither public nor scheduled and says something else."""
        latest = self.latest
        known = [one for one in (self.live, self.scheduled) if one is not None]
        if latest is None or latest in known:
            return None
        said = content_hash(latest.content)
        return None if any(content_hash(one.content) == said for one in known) else latest

    @cached_property
    def in_review(self) -> Revision | None:
        """What a running review looks at."""
        state = self.page.current_workflow_task_state
        return state.revision if state is not None else None

    def is_untouched(self) -> bool:
        """Whether nothing waits beside what is public: no draft, no schedule, no review."""
        return self.draft is None and self.scheduled is None and self.in_review is None
