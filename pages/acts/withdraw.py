"""Taking a record down before its end: withdrawal on a legal ground with a public reason."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages.acts.ending import end_page
from pages.acts.release.locks import locked
from pages.acts.release.rights import may_withdraw
from pages.base.disclosure import DisclosurePage
from pages.projection.context import ProjectionContext
from pages.projection.masker import record_masker
from pages.projection.saving import take_down
from records.models import PublicRecord, RecordState, TaskCause, Withdrawal
from records.signals import record_outdated
from rules import wording
from rules.deadlines import UnknownDeadlineError
from rules.models import Term
from rules.models.counting import compute_due

# The rule by which a withdrawal is due (行政处罚法 48, 85).
RULE = "withdraw_penalty"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a decision is withdrawn: ``term`` of the vocabulary, the day it arose, who decided so in which document."""

    term: Term
    arisen_on: date
    deciding_body: str = ""
    deciding_no: str = ""


@transaction.atomic
def withdraw(page: DisclosurePage, *, user: Any, reason: str, ground: Ground | None = None) -> PublicRecord | None:
    """Withdraw a public record from every public surface at once; its address answers 410 with a dated notice.

    With a ground it stands on the public list of withdrawals, and every earlier recipient of an export is to be told.
    The page stays inside with its history. Raises ``PermissionDenied`` without the right to publish it and
    ``ValueError`` without a reason. Returns the record, or None when the page never had one.
    """
    if not may_withdraw(user, page):
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("a withdrawal needs a public reason")
    page = locked(page)
    now = timezone.now()
    # Nobody is named by the reason, however it was typed.
    reason = record_masker(page, ProjectionContext.load(now))(reason.strip())
    record = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
    taken_down = record is not None and record.is_public(now)
    take_down(record, now, reason=notice(reason, ground, now), state=RecordState.WITHDRAWN)
    end_page(page, user)
    if record is not None and taken_down:
        if ground is not None:
            _register(record, ground, reason, user, now)
        record_outdated.send(PublicRecord, record=record, cause=TaskCause.WITHDRAWAL, now=now)
    log(instance=page, action="pages.withdraw", user=user, data={"reason": reason.strip()})
    return record


def notice(reason: str, ground: Ground | None, now: datetime) -> str:
    """What the address answers from now on, in the language of the record."""
    day = wording.chinese_date(now)
    if ground is None:
        return f"{day}撤下。{reason.strip()}"
    body = f"，{ground.deciding_body}" if ground.deciding_body else ""
    number = f"（{ground.deciding_no}）" if ground.deciding_no else ""
    return f"{day}撤回公示。事由：{ground.term.label}{body}{number}。理由：{reason.strip()}"


def due_on(arisen_on: date) -> date | None:
    """By when a decision is to be withdrawn; None while no rule is in force."""
    try:
        return compute_due(RULE, arisen_on).due
    except UnknownDeadlineError:
        return None


def _register(record: PublicRecord, ground: Ground, reason: str, user: Any, now: datetime) -> None:
    Withdrawal.objects.create(
        record_key=record.key,
        kind=record.kind,
        doc_no=record.doc_no,
        doc_no_norm=record.doc_no_norm,
        agency=record.agency,
        ground=ground.term,
        reason=reason.strip(),
        arisen_on=ground.arisen_on,
        deciding_body=ground.deciding_body,
        deciding_no=ground.deciding_no,
        due_on=due_on(ground.arisen_on),
        withdrawn_at=now,
        withdrawn_by=user,
    )
