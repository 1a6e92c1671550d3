"""更正: what was wrong in a public record is made right, and the record says so for ever."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.actions.recipients import open_tasks
from pages.models import Correction, DisclosurePage, PublicRecord, TaskCause
from pages.publication.sync import sync_page


@transaction.atomic
def correct(page: DisclosurePage, *, user: Any, text: str) -> Correction:
    """Publish the page's draft, when it has one, with a numbered and dated correction that nobody can remove.

    Raises ``PermissionDenied`` without the right to publish, ``ValueError`` without a text and ``ValidationError`` when
    the record is not public.
    """
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if not text.strip():
        raise ValueError("a correction says what was wrong")
    now = timezone.now()
    record = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
    if record is None or not record.is_public(now):
        raise ValidationError(_("The record is not public."))
    last = Correction.objects.filter(record_key=record.key).aggregate(last=Max("number"))["last"] or 0
    made = Correction.objects.create(
        record_key=record.key,
        number=last + 1,
        text=text.strip(),
        corrected_at=now,
        corrected_by_name=user.get_username(),
    )
    if page.has_unpublished_changes:
        page.get_latest_revision().publish(user=user)
    sync_page(type(page).objects.get(pk=page.pk), now)
    record.refresh_from_db()
    open_tasks(record, TaskCause.CORRECTION, now)
    log(instance=page, action="pages.correct", user=user, data={"number": made.number, "text": made.text})
    return made
