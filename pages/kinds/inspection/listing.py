"""双随机 in the menus."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.admin.listing import COLUMNS, DecisionIndexView, WindowState
from pages.admin.own_listings import register_listing
from pages.kinds.inspection.results import InspectionResultPage

_OWN = {
    "doc_no": Column("task_no", label=_("Number of task"), width="18%"),
    "decided_on": Column("decided_on", label=_("End of the inspection"), sort_key="decided_on", width="10%"),
}


class ResultFilterSet(WagtailFilterSet):
    decided_on = django_filters.DateFromToRangeFilter(label=_("End of the inspection"), widget=DateRangePickerWidget)
    state = django_filters.ChoiceFilter(label=_("State"), choices=WindowState.CHOICES, method="of_state")

    class Meta:
        model = InspectionResultPage
        fields = ["decided_on", "state", "task_no", "result", "handling"]

    def of_state(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Results in a state at this moment."""
        return queryset.filter(WindowState.condition(value, timezone.now())).distinct()


class InspectionResultListing(PageListingViewSet):
    """The menu item 抽查结果."""

    model = InspectionResultPage
    icon = "tick-inverse"
    menu_label = _("Inspection results")
    index_view_class = DecisionIndexView
    columns = [_OWN.get(column.name, column) for column in COLUMNS]
    filterset_class = ResultFilterSet
    list_per_page = 50
    name = "inspection_results"


def attach() -> None:
    """Give the kind its listing."""
    register_listing(InspectionResultPage.kind, InspectionResultListing)
