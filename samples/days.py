"""The invented bureau published in time: each record from a working day before it was due, not from today.

A start that has been does not move by any act, so the sample sets it itself; the projection follows by the product's
own ``rebuild_records``.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from pages.acts.rebuild_records import rebuild_records
from records.models import PublicRecord
from records.types import all_kinds
from rules.windows import SHANGHAI
from samples.making import workday


@transaction.atomic
def load() -> None:
    """Set the start of everything that the day of loading would make overdue; a second time nothing is."""
    overdue = _overdue()
    for page in overdue:
        _move(page)
    if overdue:
        rebuild_records()


def _overdue() -> list[Any]:
    today = timezone.localdate()
    found: list[Any] = []
    for kind in all_kinds():
        if kind.model:
            found += kind.model.objects.filter(live=True, publish_due_on__lt=today)
    return [page for page in found if page.first_published_at.astimezone(SHANGHAI).date() > page.publish_due_on]


def _move(page: Any) -> None:
    moment = datetime.combine(_day(page), time(9 + page.pk % 8, page.pk * 7 % 60), tzinfo=SHANGHAI)
    Page.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)
    PublicRecord.objects.filter(page_id=page.pk).update(visible_from=moment)


def _day(page: Any) -> date:
    """A working day after decision and service, and in time."""
    first = max(day for day in (page.decided_on, getattr(page, "served_on", None)) if day)
    day = workday(page.publish_due_on - timedelta(days=page.pk % 4))
    return day if first <= day <= page.publish_due_on else page.publish_due_on
