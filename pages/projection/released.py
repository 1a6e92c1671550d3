"""The version of a page that the public may see: what was let out, read from its revision and held to its hash."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from pages.base.versions import content_hash
from records.models.release import Release

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReleasedVersion:
    """``source`` is the version as an object, ``start`` from when it may be seen."""

    source: Any
    start: datetime
    release: Release


def released_version(page: Any) -> ReleasedVersion | None:
    """The live version, or the one that waits for a first start; None when there is none or nobody let it out."""
    if page.disclosure != "public" or page.get_view_restrictions().exists():
        return None
    in_hand = getattr(page, "release_in_hand", None)
    if in_hand is not None and page.live:
        return ReleasedVersion(page, _start(page), in_hand)
    if page.live:
        return _live(page)
    revision = page.revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at").first()
    release = _release_of(page, revision.pk) if revision else None
    if revision is None or release is None:
        return None
    source = page.with_content_json(revision.content)
    if source.disclosure != "public":
        return None
    return ReleasedVersion(source, revision.approved_go_live_at, release)


def _live(page: Any) -> ReleasedVersion | None:
    release = _release_of(page, page.live_revision_id)
    if release is None:
        return None
    source = page.with_content_json(release.revision.content)
    # Where it stands in the tree is no part of what was let out.
    source.slug, source.url_path = page.slug, page.url_path
    source.heed_others()
    return ReleasedVersion(source, _start(page), release) if source.disclosure == "public" else None


def _release_of(page: Any, revision_id: Any) -> Release | None:
    """The newest release of a revision; None, with a line in the log, when there is none for just this content."""
    found = Release.objects.newest_of(page.pk, revision_id)
    if found is None or not _is_pinned(found, found.revision):
        logger.error("page %s: revision %s was not released as it stands; nothing is shown", page.pk, revision_id)
        return None
    return found


def _is_pinned(release: Release, revision: Revision | None) -> bool:
    return revision is not None and content_hash(revision.content) == release.content_hash


def _start(page: Any) -> datetime:
    start = page.go_live_at
    if start is not None and start <= timezone.now():
        return start
    return page.first_published_at or timezone.now()
