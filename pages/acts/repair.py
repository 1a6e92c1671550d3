"""信用修复: publicity ends lawfully, with a neutral notice; no fault of the decision (law.md 15)."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.acts.ending import end_page
from pages.acts.release.locks import locked
from pages.base.disclosure import DisclosurePage
from pages.projection.saving import take_down
from records.models import CreditRepair, PublicRecord, RecordState, TaskCause
from records.signals import record_outdated
from rules import wording
from rules.windows import add_months

PERMISSION = "records.repair_credit"


@transaction.atomic
def repair(
    page: DisclosurePage, *, user: Any, decided_on: date, deciding_body: str, deciding_no: str = ""
) -> PublicRecord:
    """End a record's publicity after credit repair. It is no withdrawal and stands on no list.

    Raises ``PermissionDenied`` without the right, and ``ValidationError`` (message in the reader's language) when the
    record is not public or its shortest window is not over.
    """
    if not user.has_perm(PERMISSION):
        raise PermissionDenied
    page = locked(page)
    now = timezone.now()
    record = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
    if record is None or not record.is_public(now):
        raise ValidationError(_("The record is not public."))
    _demand_shortest_window(page, decided_on)
    text = f"{wording.chinese_date(now)}起，该信息已完成信用修复，依法终止公示。"
    take_down(record, now, reason=text, state=RecordState.REPAIRED)
    end_page(page, user)
    CreditRepair.objects.create(
        record_key=record.key,
        decided_on=decided_on,
        deciding_body=deciding_body,
        deciding_no=deciding_no,
        repaired_at=now,
        repaired_by=user,
    )
    record_outdated.send(PublicRecord, record=record, cause=TaskCause.REPAIR, now=now)
    log(instance=page, action="pages.repair", user=user, data={"decided_on": decided_on.isoformat()})
    return record


def _demand_shortest_window(page: DisclosurePage, decided_on: date) -> None:
    rule, start = page.minimum_rule, getattr(page, "decided_on", None)
    if rule is None or start is None:
        return
    earliest = add_months(start, rule.min_months)
    if decided_on < earliest:
        raise ValidationError(
            _("Repair is possible from %(day)s on, when the shortest time of publicity is over (%(basis)s).")
            % {"day": wording.long_date(earliest), "basis": rule.basis}
        )
