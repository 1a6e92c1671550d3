"""Publishing many: what is fit goes out, the rest is held, each with its reasons; one that is held stops no other."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from pages.acts.release import obstacles_of, release_one
from pages.acts.release.locks import lock_pages
from pages.base.disclosure import DisclosurePage

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page that stays as it is, with the sentences that say why, in the reader's language."""

    page: Any
    reasons: tuple[str, ...]


@dataclass(slots=True)
class PublishSummary:
    """What became of each page. ``unchanged`` ones are public already and have nothing new to show."""

    published: list[Any] = field(default_factory=list)
    scheduled: list[Any] = field(default_factory=list)
    held: list[HeldPage] = field(default_factory=list)
    unchanged: list[Any] = field(default_factory=list)


class ChangedMeanwhileError(Exception):
    """Somebody has saved another version since the page was read."""


def publish_many(pages: Iterable[Any], *, user: Any) -> PublishSummary:
    """Publish the newest version of each page, each in a transaction of its own.

    ``pages`` are specific; the version meant is the one that was newest when the page was read.
    """
    summary, askable = PublishSummary(), []
    for page in pages:
        if reason := _standing(page, user):
            summary.held.append(HeldPage(page, (reason,)))
        elif page.live and not page.has_unpublished_changes:
            summary.unchanged.append(page)
        else:
            askable.append(page)
    drafts = newest_versions(askable)
    for page, draft, found in zip(askable, drafts, _asked(drafts), strict=True):
        reasons = found or _publish(page, user)
        if reasons:
            summary.held.append(HeldPage(page, tuple(reasons)))
        elif draft.go_live_at is not None and draft.go_live_at > timezone.now():
            summary.scheduled.append(page)
        else:
            summary.published.append(page)
    return summary


def newest_versions(pages: Sequence[Any]) -> list[Any]:
    """The newest version of each page as an object; one query for the revisions of all."""
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in pages if page.latest_revision_id])
    return [
        page.with_content_json(revisions[page.latest_revision_id].content)
        if page.latest_revision_id in revisions
        else page
        for page in pages
    ]


def _standing(page: Any, user: Any) -> str:
    """What keeps a page whatever its newest version says."""
    rights = page.permissions_for_user(user)
    if not rights.can_publish():
        return _("You may not publish this record.")
    if rights.page_locked():
        return _("Somebody has locked this record.")
    return ""


def _asked(drafts: Sequence[Any]) -> list[list[str]]:
    """Reasons for each draft: what was decided of it and its window first, else everything in its content."""
    decided = [_decided(draft) for draft in drafts]
    rest = iter(obstacles_of([draft for draft, reason in zip(drafts, decided, strict=True) if not reason]))
    return [[reason] if reason else next(rest) for reason in decided]


def _decided(draft: Any) -> str:
    if not isinstance(draft, DisclosurePage):
        return ""
    if draft.disclosure != "public":
        return _("It was decided not to make this record public.")
    if draft.expire_at is not None and draft.expire_at <= timezone.now():
        return _("Its publicity window is over: it is kept and never public.")
    return ""


def _publish(page: Any, user: Any) -> list[str]:
    """Let one page out; why it was not, when it was not. Nothing of a page that fails stays."""
    try:
        with transaction.atomic():
            _demand_same_version(page)
            _let_out(page, user)
    except ChangedMeanwhileError:
        return [_("It was changed while you were publishing; look at it again.")]
    except ValidationError as error:
        return list(error.messages)
    except PermissionDenied:
        return [_("You may not publish this record.")]
    except DatabaseError:
        logger.warning("Page %s was written by somebody else while it was published.", page.pk, exc_info=True)
        return [_("Somebody else was writing at the same moment; publish it again.")]
    except Exception:
        logger.exception("Page %s could not be published.", page.pk)
        return [_("It could not be published for an unexpected reason; the log names it.")]
    return []


def _demand_same_version(page: Any) -> None:
    lock_pages([page.pk])
    held = Page.objects.filter(pk=page.pk).values_list("latest_revision_id", flat=True).first()
    if held != page.latest_revision_id:
        raise ChangedMeanwhileError


def _let_out(page: Any, user: Any) -> None:
    """Release the newest version, now or at its start."""
    release_one(page.latest_revision or page.save_revision(user=user), user=user)
