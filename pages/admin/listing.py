"""The listing of decisions: number, party, date, state, window. Also what an archive shows in the explorer."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.models import Revision

from pages.admin.gap_desk import lacking
from records.templatetags.display import day, last_day
from records.types import RecordType
from rules.consistency.base import items_of
from rules.models.consistency import item_choices


class WindowState:
    """States of a decision's publicity that editors ask for."""

    PUBLIC, WAITING, DRAFT, OVER, HELD = "public", "waiting", "draft", "over", "held"
    CHOICES = [
        (PUBLIC, _("Public now")),
        (WAITING, _("Scheduled")),
        (DRAFT, _("Draft")),
        (OVER, _("Window over")),
        (HELD, _("Not public by decision")),
    ]

    @staticmethod
    def condition(state: str, now: Any) -> Q:
        """What a state means of the page's columns."""
        # Revisions name their object by a text, which PostgreSQL compares with no number.
        waiting = Revision.objects.filter(approved_go_live_at__gt=now).annotate(
            key=Cast("object_id", BigIntegerField())
        )
        scheduled = Q(pk__in=waiting.values("key"))
        return {
            WindowState.PUBLIC: Q(live=True, disclosure="public", expire_at__gt=now),
            WindowState.WAITING: Q(live=False) & scheduled,
            WindowState.DRAFT: Q(live=False, expired=False) & ~Q(expire_at__lte=now) & ~scheduled,
            WindowState.OVER: Q(expired=True) | Q(expire_at__lte=now),
            WindowState.HELD: Q(disclosure="not_public"),
        }[state]


# Filters that a higher floor adds to the listings of records: what they are for a kind, by name.
further_filters: list[Callable[[RecordType], dict[str, Any]]] = []


def with_further_filters(filter_set: type[WagtailFilterSet], kind: RecordType) -> type[WagtailFilterSet]:
    """The filters of a listing with those that others add."""
    added = {name: one for make in (_of_gaps, *further_filters) for name, one in make(kind).items()}
    return type(filter_set.__name__, (filter_set,), added) if added else filter_set


def _of_gaps(kind: RecordType) -> dict[str, Any]:
    """By an item that is to be added later."""
    wanted = items_of(kind.key)
    choices = [one for one in item_choices() if one[0] in wanted]
    if not choices:
        return {}

    def lacks(queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(lacking(kind.key, value)).distinct()

    return {"lacks": django_filters.ChoiceFilter(label=_("To be added later"), choices=choices, method=lacks)}


# Numbers and dates do not break across lines.
WHOLE = "w-whitespace-nowrap"


def _decided(page: Any) -> Any:
    return day(getattr(page, "decided_on", None))


def _end(page: Any) -> Any:
    return last_day(getattr(page, "expire_at", None))


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), classname="title"),
    Column("doc_no", label=_("Document number"), classname=WHOLE, width="18%"),
    Column(
        "decided_on",
        label=_("Date of decision"),
        accessor=_decided,
        sort_key="decided_on",
        classname=WHOLE,
        width="10%",
    ),
    Column("expire_at", label=_("Public until"), accessor=_end, sort_key="expire_at", classname=WHOLE, width="12%"),
    DateColumn(
        "latest_revision_created_at", label=_("Last change"), sort_key="latest_revision_created_at", width="10%"
    ),
    PageStatusColumn("status", label=_("Status"), width="10%"),
]


class RecordIndexView(IndexView):
    """All records of a kind; a new one is begun without choosing a place in the tree."""

    def get_add_url(self) -> str:
        """The form of a new record; its place follows from the kind."""
        return reverse("pages_new_record", args=[self.model.kind])


class DecisionIndexView(RecordIndexView):
    """Decisions, newest first."""

    default_ordering = "-decided_on"


class ArchiveView(ExplorableIndexView):
    """An archive in the explorer. Thousands of children are not ordered by hand: that page would weigh megabytes."""

    default_ordering = "-decided_on"

    def get_valid_orderings(self) -> list[str]:
        """Every ordering but the manual one."""
        return [name for name in super().get_valid_orderings() if name not in {"ord", "-ord"}]
