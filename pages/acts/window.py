"""Another publicity window than the rules give: an act of a named person with a reason."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from pages.acts.release import RIGHTS, release_one
from pages.acts.release.locks import locked
from pages.base.disclosure import DisclosurePage
from pages.base.versions import PageVersions
from records.models import Release, ReleaseAct
from rules.windows import end_of_day

PERMISSION = RIGHTS[ReleaseAct.WINDOW]


@transaction.atomic
def override_window(page: DisclosurePage, *, user: Any, last_day: date, reason: str) -> None:
    """Let a record be public through ``last_day``, shorter or longer than the rules say; an ended one opens again.

    Live content, scheduled revision and draft all take the new end, and none of them is published by it. Raises
    ``PermissionDenied`` without the permission, ``ValueError`` without a reason and ``ReleaseRefusedError`` where a
    version would end before it starts.
    """
    if not user.has_perm(PERMISSION):
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("another window needs a reason")
    versions = PageVersions(locked(page))
    current = versions.page
    before = current.expire_at
    start, draft = _as_object(current, versions.scheduled), _as_object(current, versions.draft)
    if current.live or current.expired:
        _let_out(current, versions, user, last_day, reason)
    if start is not None:
        _decide(start, user, last_day, reason)
        _release(start.save_revision(user=user), user, reason)
    # What somebody is still writing stays the newest version.
    if draft is not None or not (current.live or current.expired or start is not None):
        draft = draft or current.get_latest_revision_as_object()
        _decide(draft, user, last_day, reason)
        draft.save_revision(user=user)
    data = {"before": before.isoformat() if before else "", "last_day": last_day.isoformat(), "reason": reason}
    log(instance=current, action="pages.override_window", user=user, data=data)


def _decide(page: DisclosurePage, user: Any, last_day: date, reason: str) -> None:
    page.window_reason, page.window_decided_by = reason.strip(), user
    page.expire_at, page.window_rule = end_of_day(last_day), None


def _as_object(page: DisclosurePage, revision: Any) -> Any:
    return None if revision is None else page.with_content_json(revision.content)


def _let_out(current: DisclosurePage, versions: PageVersions, user: Any, last_day: date, reason: str) -> None:
    """What is or was public goes out with its new end; its content stays what was released."""
    shown = versions.live or Release.objects.newest_revision(current.pk)
    public = _as_object(current, shown) or current
    _decide(public, user, last_day, reason)
    _release(public.save_revision(user=user), user, reason)


def _release(revision: Any, user: Any, reason: str) -> None:
    release_one(revision, user=user, act=ReleaseAct.WINDOW, reason=reason, log_action=False)
