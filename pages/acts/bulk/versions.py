"""Which version a source changes, when it must not, and how its change goes out."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from pages.acts.release import release
from pages.base.versions import PageVersions
from records.approval import Approval
from records.models import PublicRecord
from records.models.publication import ENDED_FOR_GOOD

# The log's name of a version that a source wrote and nobody has changed since.
WRITTEN_BY_SOURCE = "pages.import"


class PageBusyError(ValidationError):
    """A person is at work on a page, or ended its record: the row of a source waits."""


def why_busy(page: Any, publish: bool) -> str:
    """Why a source must not change a page now, in the reader's language; empty when it may.

    What is public is changed from its live version, so nothing may wait beside it; a draft is changed as it stands, and
    let out only where no person has written in it.
    """
    return _why_busy(PageVersions(page), publish)


def _why_busy(versions: PageVersions, publish: bool) -> str:
    if PublicRecord.objects.filter(page_id=versions.page.pk, state__in=ENDED_FOR_GOOD).exists():
        return _("The record of this decision was withdrawn or ended after credit repair; a source does not change it.")
    if versions.in_review is not None:
        return _("A version of this decision is in review; the change waits until that is over.")
    if versions.scheduled is not None:
        return _("A version of this decision is scheduled; the change waits until that is public.")
    if versions.live is not None and versions.draft is not None:
        return _("A draft of this decision waits beside what is public; it must be published or given up first.")
    if versions.live is None and publish and not _is_of_source(versions):
        return _("A person has written in the draft of this decision; it is published by a person, not by a source.")
    return ""


def _is_of_source(versions: PageVersions) -> bool:
    latest = versions.latest
    written = PageLogEntry.objects.filter(page_id=versions.page.pk, action=WRITTEN_BY_SOURCE)
    return latest is None or written.filter(revision_id=latest.pk).exists()


def version_to_change(page: Any, publish: bool) -> Any:
    """The live version where there is one, else the newest draft; as an object. Call it under the page's lock.

    Raises ``PageBusyError``.
    """
    versions = PageVersions(page)
    if reason := _why_busy(versions, publish):
        raise PageBusyError(reason)
    return _of_source(versions)


def source_version(page: Any) -> Any:
    """What a source compares itself with: the live version where there is one, else the newest draft; as an object."""
    return _of_source(PageVersions(page))


def _of_source(versions: PageVersions) -> Any:
    version = versions.live or versions.latest
    return versions.page.with_content_json(version.content) if version else versions.page


def approve(draft: Any, approval: Approval) -> None:
    """Write the approved source into a version."""
    draft.approved_by_id = approval.user_id
    draft.approved_source, draft.approved_at = approval.source, approval.at


def let_out(revision: Any, user: Any, approval: Approval | None) -> tuple[str, ...]:
    """Let a changed version of an approved source out; what stands in the way keeps it a draft and is returned."""
    result = release([revision], user=user, approval=approval)
    return tuple(sentence for one in result.held for sentence in one.obstacles)
