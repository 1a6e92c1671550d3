"""The menus of the records, one group for each phase; a listing follows from the declaration of its kind."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.admin.listing import COLUMNS, DecisionIndexView, RecordIndexView, WindowState, with_further_filters
from pages.admin.own_listings import own_listing
from pages.base.numbered import NumberedDecisionPage
from records.types import Phase, RecordType, all_kinds

_PLAIN_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Title"), classname="title"),
    Column("effective_on", label=_("In force from"), sort_key="effective_on", width="14%"),
    DateColumn(
        "latest_revision_created_at", label=_("Last change"), sort_key="latest_revision_created_at", width="14%"
    ),
    PageStatusColumn("status", label=_("Status"), width="12%"),
]


def listings_of(kind: RecordType) -> list[ViewSet]:
    """The listing of a kind and those that belong to it."""
    own = own_listing(kind)
    return [listing_of(kind), *(further() for further in (own.further if own else ()))]


def listing_of(kind: RecordType) -> ViewSet:
    """The listing of a kind: its own, or one made from the declaration."""
    own = own_listing(kind)
    listing = own.listing() if own else _made_listing(kind)
    if isinstance(listing, PageListingViewSet):
        listing.filterset_class = with_further_filters(listing.filterset_class, kind)
    return listing


def _made_listing(kind: RecordType) -> ViewSet:
    model = kind.model
    dated = issubclass(model, NumberedDecisionPage)
    values = {
        "model": model,
        "icon": kind.icon,
        "menu_label": kind.menu_label or kind.label,
        "index_view_class": DecisionIndexView if dated else RecordIndexView,
        "columns": COLUMNS if dated else _PLAIN_COLUMNS,
        "filterset_class": _filters_of(model),
        "list_per_page": 50,
        "name": f"{kind.key}_records",
    }
    return type(f"{kind.key.title()}Listing", (PageListingViewSet,), values)()


def _filters_of(page_model: Any) -> type[WagtailFilterSet]:
    """Filter by the state of publicity, as every record has it."""

    def of_state(self: Any, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.filter(WindowState.condition(value, timezone.now())).distinct()

    meta = type("Meta", (), {"model": page_model, "fields": ["state"]})
    state = django_filters.ChoiceFilter(label=_("State"), choices=WindowState.CHOICES, method="of_state")
    return type(
        f"{page_model.__name__}Filters", (WagtailFilterSet,), {"state": state, "of_state": of_state, "Meta": meta}
    )


class PhaseGroup(ViewSetGroup):
    phase: Phase

    def __init__(self) -> None:
        kinds = [kind for kind in all_kinds() if kind.phase == self.phase]
        self.items = [listing for kind in kinds if kind.model or own_listing(kind) for listing in listings_of(kind)]
        for item in self.items:
            if isinstance(item, SnippetViewSet):
                item.menu_item_is_registered = True  # else Wagtail shows a menu of snippets besides
        super().__init__()


class BeforeGroup(PhaseGroup):
    """事前公开."""

    phase = Phase.BEFORE
    menu_label, menu_icon, menu_order = Phase.BEFORE.label, "list-ul", 110


class DuringGroup(PhaseGroup):
    """事中公示."""

    phase = Phase.DURING
    menu_label, menu_icon, menu_order = Phase.DURING.label, "view", 115


class AfterGroup(PhaseGroup):
    """事后公开."""

    phase = Phase.AFTER
    menu_label, menu_icon, menu_order = Phase.AFTER.label, "doc-full-inverse", 120


class NewsGroup(PhaseGroup):
    """动态与公告."""

    phase = Phase.NEWS
    menu_label, menu_icon, menu_order = Phase.NEWS.label, "calendar-alt", 125


def groups() -> list[PhaseGroup]:
    """The groups that hold something."""
    made = [BeforeGroup(), DuringGroup(), AfterGroup(), NewsGroup()]
    return [group for group in made if group.items]
