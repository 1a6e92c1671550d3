"""Letting versions out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from pages.acts.release.content import complete
from pages.acts.release.errors import ReleaseRefusedError
from pages.acts.release.locks import lock_pages
from pages.acts.release.obstacles import obstacles_of
from pages.projection.releases import Order, new_release
from records.approval import Approval
from records.models.release import Release, ReleaseAct

# Acts with a right of their own; the others ask who may publish the page.
RIGHTS: dict[str, str] = {ReleaseAct.WINDOW: "pages.override_window", ReleaseAct.REPUBLISH: "records.republish_record"}


@dataclass(frozen=True, slots=True)
class Held:
    """A version that stays inside, with the sentences that say why."""

    revision: Revision
    page: Any
    obstacles: list[str]


@dataclass(slots=True)
class ReleaseResult:
    """What one act let out, and what it held; ``ended`` were let out after the end of their window and stay over."""

    released: list[Release] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    ended: list[Revision] = field(default_factory=list)


@transaction.atomic
def release(
    versions: Sequence[Revision],
    *,
    user: Any,
    reason: str = "",
    act: str = ReleaseAct.PUBLISH,
    approval: Approval | None = None,
    examiner: Any = None,
    **log: Any,
) -> ReleaseResult:
    """Let versions out, now or at their start; each alone: what is held stops no other.

    A version is a ``Revision`` of a ``DisclosurePage``, as somebody saw it; it is read again under the lock of its page
    and pinned by the hash of its content. ``log`` goes to Wagtail's publishing (``changed``, ``log_action``,
    ``previous_revision``). Raises ``PermissionDenied`` when neither the user nor an approval may publish one of them.
    """
    order = Order(user, reason.strip(), act, approval, examiner, log)
    lock_pages(one.object_id for one in versions)
    fresh = Revision.objects.in_bulk([one.pk for one in versions])
    revisions = [fresh[one.pk] for one in versions]
    drafts = [_as_object(one) for one in revisions]
    for draft in drafts:
        _demand_right(draft, order)
    found = obstacles_of(drafts, act, from_source=approval is not None)
    result = ReleaseResult()
    for revision, draft, problems in zip(revisions, drafts, found, strict=True):
        if problems:
            result.held.append(Held(revision, draft, problems))
        else:
            _let_out(revision, draft, order, result)
    return result


def release_one(version: Revision, *, user: Any, **order: Any) -> Release | None:
    """Let one version out; None when its window is over. Raises ``ReleaseRefusedError`` with what stands in the way."""
    result = release([version], user=user, **order)
    if result.held:
        raise ReleaseRefusedError(result.held[0].obstacles)
    return result.released[0] if result.released else None


def _as_object(revision: Revision) -> Any:
    """The version over the page as it stands now (not as the caller's instance remembers it)."""
    page = Page.objects.get(pk=revision.object_id).specific
    return page.with_content_json(revision.content)


def _demand_right(draft: Any, order: Order) -> None:
    if order.approval is not None:
        return
    if order.user is None or not order.user.is_active:
        raise PermissionDenied
    right = RIGHTS.get(order.act)
    if not (order.user.has_perm(right) if right else draft.permissions_for_user(order.user).can_publish()):
        raise PermissionDenied


def _let_out(revision: Revision, draft: Any, order: Order, result: ReleaseResult) -> None:
    now = timezone.now()
    complete(revision, draft)
    action = PublishPageRevisionAction(revision, user=order.user, **order.log)
    action.object = draft
    draft.passed_release = True
    if _is_over(draft, now):
        result.ended.append(revision)
    else:
        made = new_release(draft, revision, order, now)
        made.save(force_insert=True)
        draft.release_in_hand = made
        result.released.append(made)
    action.execute(skip_permission_checks=True)
    _end_review(draft, revision, order)


def _end_review(page: Any, revision: Revision, order: Order) -> None:
    """The review of a version that is out is over; one of a newer draft goes on."""
    state = page.current_workflow_state
    if state is not None and order.act != ReleaseAct.WINDOW and revision.is_latest_revision():
        state.cancel(user=order.user)


def _is_over(draft: Any, now: datetime) -> bool:
    """A record whose window has ended is kept and never becomes public."""
    return draft.expire_at is not None and draft.expire_at <= now
