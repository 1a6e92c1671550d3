"""A notice follows the decisions of which it tells: hidden, masked and ended with them, in the same transaction."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from pages.kinds.notice.models import NoticeDecision, NoticePage
from pages.projection.saving import project_page
from records.models import PublicRecord
from records.signals import records_written


@receiver(records_written, sender=PublicRecord, dispatch_uid="pages.kinds.notice")
def follow_decisions(keys: list[str], now: datetime, **kwargs: Any) -> None:
    """Project the notices again that tell of a decision just written."""
    told = NoticeDecision.objects.values_list("decision_id", "page_id")
    if not told:
        return
    changed = set(PublicRecord.objects.filter(key__in=keys).values_list("page_id", flat=True))
    notices = {notice for decision, notice in told if decision in changed}
    for page in NoticePage.objects.filter(pk__in=notices):
        before = page.expire_at
        page.apply_window()
        if page.expire_at != before:
            NoticePage.objects.filter(pk=page.pk).update(expire_at=page.expire_at)
        project_page(page, now)
