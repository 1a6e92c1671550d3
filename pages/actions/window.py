"""Another publicity window than the rules give: an act of a named person with a reason."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages.models import DisclosurePage
from pages.windows import end_of_day

PERMISSION = "pages.override_window"


@transaction.atomic
def override_window(page: DisclosurePage, *, user: Any, last_day: date, reason: str) -> None:
    """Let a record be public through ``last_day``, shorter or longer than the rules say; an ended one opens again.

    Live content, scheduled revision and draft all take the new end, and none of them is published by it. Raises
    ``PermissionDenied`` without the permission and ``ValueError`` without a reason.
    """
    if not user.has_perm(PERMISSION):
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("another window needs a reason")
    current = type(page).objects.select_for_update().get(pk=page.pk)
    before = current.expire_at
    scheduled = current.revisions.filter(approved_go_live_at__isnull=False).first()
    draft = current.get_latest_revision_as_object() if current.has_unpublished_changes else None
    if current.live or current.expired:
        _decide(current, user, last_day, reason)
        _reopen(current)
        current.save()
    if scheduled is not None:
        start = scheduled.as_object()
        _decide(start, user, last_day, reason)
        start.save_revision(user=user).publish(user=user)
    elif draft is not None:
        _decide(draft, user, last_day, reason)
        draft.save_revision(user=user)
    else:
        revision = current.save_revision(user=user)
        type(current).objects.filter(pk=current.pk).update(live_revision=revision, has_unpublished_changes=False)
    data = {"before": before.isoformat() if before else "", "last_day": last_day.isoformat(), "reason": reason}
    log(instance=current, action="pages.override_window", user=user, data=data)


def _decide(page: DisclosurePage, user: Any, last_day: date, reason: str) -> None:
    page.window_reason, page.window_decided_by = reason.strip(), user
    page.expire_at, page.window_rule = end_of_day(last_day), None


def _reopen(page: DisclosurePage) -> None:
    """An ended page is public again when its new end lies ahead."""
    if page.expired and page.expire_at > timezone.now():
        page.live, page.expired = True, False
