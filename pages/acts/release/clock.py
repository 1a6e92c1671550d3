"""The clock's half of a release: a version that was let out for a later moment becomes live when that has come."""

from typing import Any

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from pages.base.versions import content_hash
from records.models.release import NotReleasedError, Release


def start_scheduled(revision: Revision) -> Any:
    """Make a scheduled version live; returns the page as it was before. Call it under the page's lock.

    Raises ``NotReleasedError`` when nobody let out exactly this content.
    """
    page = Page.objects.get(pk=revision.object_id).specific
    release = Release.objects.newest_of(page.pk, revision.pk)
    if release is None or release.content_hash != content_hash(revision.content):
        raise NotReleasedError(f"revision {revision.pk} of page {page.pk} was not released as it stands")
    draft = page.with_content_json(revision.content)
    draft.passed_release, draft.release_in_hand = True, release
    action = PublishPageRevisionAction(revision, log_action="wagtail.publish.scheduled")
    action.object = draft
    action.execute(skip_permission_checks=True)
    return page
