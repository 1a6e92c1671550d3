"""更正: what was wrong in a public record is made right, and the record says so for ever."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.acts.release import release_one
from pages.acts.release.locks import locked
from pages.base.disclosure import DisclosurePage
from pages.base.versions import PageVersions
from records.models import Correction, PublicRecord, ReleaseAct, TaskCause
from records.signals import record_outdated


@transaction.atomic
def correct(page: DisclosurePage, *, user: Any, text: str) -> Correction:
    """Publish the page's draft with a numbered and dated correction that nobody can remove.

    Raises ``PermissionDenied`` without the right to publish, ``ValueError`` without a text and ``ValidationError`` when
    the record is not public, when nothing was changed, and for all that stands in the way of publishing the change.
    """
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if not text.strip():
        raise ValueError("a correction says what was wrong")
    page = locked(page)
    now = timezone.now()
    record = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
    if record is None or not record.is_public(now):
        raise ValidationError(_("The record is not public."))
    draft = _changed_draft(page, now)
    before = record.content_hash
    made = _enter(record.key, text.strip(), user, now)
    release_one(draft, user=user, act=ReleaseAct.CORRECT, reason=text)
    record.refresh_from_db()
    if record.content_hash == before or not record.is_public(now):
        raise ValidationError(_("The change cannot be seen in public, so there is nothing to correct."))
    record_outdated.send(PublicRecord, record=record, cause=TaskCause.CORRECTION, now=now)
    log(instance=page, action="pages.correct", user=user, data={"number": made.number, "text": made.text})
    return made


def _changed_draft(page: DisclosurePage, now: Any) -> Any:
    draft = PageVersions(page).draft
    if draft is None:
        raise ValidationError(_("Nothing is changed yet. Please change and save the fields first."))
    start = page.with_content_json(draft.content).go_live_at
    if start is not None and start > now:
        raise ValidationError(_("The changed version has a later start. Please remove the start first."))
    return draft


def _enter(key: str, text: str, user: Any, now: Any) -> Correction:
    last = Correction.objects.filter(record_key=key).aggregate(last=Max("number"))["last"] or 0
    return Correction.objects.create(
        record_key=key, number=last + 1, text=text, corrected_at=now, corrected_by_name=user.get_username()
    )
