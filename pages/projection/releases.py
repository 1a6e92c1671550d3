"""Rows of ``Release``: the one place where they are made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision

from pages.base.versions import content_hash
from records.approval import Approval
from records.models.release import Release, ReleaseAct


@dataclass(frozen=True, slots=True)
class Order:
    """Who lets out, why and by which act. ``approval`` is an approved source, where no person looks at each."""

    user: Any
    reason: str = ""
    act: str = ReleaseAct.PUBLISH
    approval: Approval | None = None
    examiner: Any = None
    log: dict[str, Any] = field(default_factory=dict)


def new_release(page: Any, revision: Revision, order: Order, now: datetime) -> Release:
    """The unsaved row for a version that goes out."""
    return Release(
        record_key=f"{page.kind}-{page.pk}",
        page_id=page.pk,
        revision_id=revision.pk,
        content_hash=content_hash(revision.content),
        act=order.act,
        user=order.user,
        examiner=order.examiner,
        source=order.approval.source if order.approval else "",
        reason=order.reason,
        released_at=now,
    )


class Source(Protocol):
    """What a mass act says of the source that was approved for it."""

    now: datetime
    user: Any
    approval: Approval | None


def release_rows(versions: Iterable[tuple[Any, int, str]], act: Source) -> Iterator[dict[str, Any]]:
    """Columns of the rows for versions of an approved source: (page, revision id, hash of its content) each.

    Raises ``PermissionDenied`` without an approval.
    """
    if act.approval is None:
        raise PermissionDenied
    for page, revision_id, digest in versions:
        yield {
            "record_key": f"{page.kind}-{page.pk}",
            "page_id": page.pk,
            "revision_id": revision_id,
            "content_hash": digest,
            "act": ReleaseAct.PUBLISH,
            "user_id": act.user.pk if act.user else None,
            "source": act.approval.source,
            "released_at": act.now,
        }


def entry_release(key: str, record_hash: str, now: datetime) -> Release:
    """The saved row for an entry of a public list, which goes out by being saved; by whom, Wagtail's log knows."""
    user = get_active_log_context().user
    source = "" if user is not None else _("The product itself")
    return Release.objects.create(
        record_key=key,
        content_hash=record_hash,
        act=ReleaseAct.ENTRY,
        user=user,
        source=source,
        released_at=now,
    )
