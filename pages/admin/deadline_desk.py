"""What is late or soon due, on the editors' desk."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from records.types import all_kinds
from rules import wording
from rules.models.counting import load_calendar

# How many working days the desk looks ahead.
_AHEAD = 3

Condition = Callable[[date], Q]


def _unpublished() -> Q:
    """To be public, never published, and its window is not over: what is over can no longer be shown in time."""
    inside = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return Q(disclosure="public", live=False, first_published_at__isnull=True, expired=False) & inside


def _late(today: date) -> Q:
    return _unpublished() & Q(publish_due_on__lt=today)


def _soon(today: date) -> Q:
    return _unpublished() & Q(publish_due_on__gte=today, publish_due_on__lte=load_calendar().step(today, _AHEAD))


def _provisional(today: date) -> Q:
    return _unpublished() & Q(due_provisional=True)


def _querysets(condition: Condition) -> Iterator[tuple[Any, QuerySet[Any]]]:
    asked = condition(timezone.localdate())
    for kind in all_kinds():
        if kind.model:
            yield kind, kind.model.objects.filter(asked)


def _waiting(condition: Condition) -> Callable[[Any], list[QuerySet[Any]]]:
    return lambda user: [queryset for _kind, queryset in _querysets(condition)]


def _rows(condition: Condition) -> Callable[[Any], list[DeskRow]]:
    def rows(user: Any) -> list[DeskRow]:
        found = [
            (page.publish_due_on, _row(kind, page))
            for kind, queryset in _querysets(condition)
            for page in queryset.order_by("publish_due_on", "pk")[:MOST_ROWS]
        ]
        return [row for _day, row in sorted(found, key=lambda one: one[0])][:MOST_ROWS]

    return rows


def _row(kind: Any, page: Any) -> DeskRow:
    words = _("Due by %(day)s (provisional)") if page.due_provisional else _("Due by %(day)s")
    detail = words % {"day": wording.long_date(page.publish_due_on)}
    return DeskRow(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), detail, str(kind.singular))


def open_desk() -> None:
    """Register the lists; called when the app is ready."""
    desk_lists.register(
        DeskList(
            "late",
            gettext_lazy("Past their deadline"),
            gettext_lazy("To be public by law and not published yet."),
            _waiting(_late),
            _rows(_late),
            urgent=True,
            order=10,
        )
    )
    desk_lists.register(
        DeskList(
            "soon",
            gettext_lazy("Due within days"),
            gettext_lazy("Publish them before their deadline."),
            _waiting(_soon),
            _rows(_soon),
            order=20,
        )
    )
    desk_lists.register(
        DeskList(
            "provisional",
            gettext_lazy("Provisional deadlines"),
            gettext_lazy("The holidays of a year that is needed are not announced; only weekends were counted."),
            _waiting(_provisional),
            _rows(_provisional),
            order=40,
        )
    )
