"""Taking a record down before its end, with a reason that its address then tells."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages.models import DisclosurePage, PublicRecord, RecordState
from pages.publication.sync import take_down


@transaction.atomic
def withdraw(page: DisclosurePage, *, user: Any, reason: str) -> PublicRecord | None:
    """Withdraw a public record; its address answers 410 with the public reason.

    The page stays inside with its history. Raises ``PermissionDenied`` without the right to publish it and
    ``ValueError`` without a reason. Returns the record, or None when the page never had one.
    """
    if not page.permissions_for_user(user).can_unpublish():
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("a withdrawal needs a public reason")
    record = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
    take_down(record, timezone.now(), reason=reason.strip(), state=RecordState.WITHDRAWN)
    page.unpublish(user=user)
    log(instance=page, action="pages.withdraw", user=user, data={"reason": reason.strip()})
    return record
