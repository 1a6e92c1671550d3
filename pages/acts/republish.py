"""重新公示: a record that a person ended for good is made public again, by an act with its own right and reason."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.acts.release import RIGHTS, release_one
from pages.acts.release.locks import locked
from pages.base.disclosure import DisclosurePage
from pages.base.versions import PageVersions
from records.models import PublicRecord, Release, ReleaseAct, Withdrawal
from records.models.publication import ENDED_FOR_GOOD

PERMISSION = RIGHTS[ReleaseAct.REPUBLISH]


def may_republish(page: DisclosurePage) -> bool:
    """Whether a person ended the record of this page for good."""
    return PublicRecord.objects.filter(page_id=page.pk, state__in=ENDED_FOR_GOOD).exists()


@transaction.atomic
def republish(page: DisclosurePage, *, user: Any, reason: str) -> Release:
    """Let the newest version of a withdrawn or repaired record out again; its entry in the list of withdrawals closes.

    Raises ``PermissionDenied`` without the right, ``ValueError`` without a reason and ``ValidationError`` when the
    record was not ended so, when its window is over, and for all that stands in the way of publishing.
    """
    if not user.has_perm(PERMISSION):
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("making public again needs a reason")
    page = locked(page)
    if not may_republish(page):
        raise ValidationError(_("This record was neither withdrawn nor ended after credit repair."))
    version = PageVersions(page).latest
    made = release_one(version, user=user, act=ReleaseAct.REPUBLISH, reason=reason) if version else None
    if made is None:
        raise ValidationError(_("The publicity window of this record is over."))
    now = timezone.now()
    open_entries = Withdrawal.objects.filter(record_key=made.record_key, closed_at__isnull=True)
    open_entries.update(closed_at=now, closed_reason=reason.strip(), closed_by=user)
    log(instance=page, action="pages.republish", user=user, data={"reason": reason.strip()})
    return made
