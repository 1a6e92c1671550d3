"""The listing of penalty decisions, which is narrowed by their types too."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from pages.admin.listing import COLUMNS, ArchiveView, DecisionIndexView, WindowState
from pages.admin.own_listings import register_listing
from pages.kinds.penalty.models import PenaltyDecisionPage
from rules.models import Term
from rules.models.terms import Vocabulary


class PenaltyFilterSet(WagtailFilterSet):
    decided_on = django_filters.DateFromToRangeFilter(label=_("Date of decision"), widget=DateRangePickerWidget)
    penalty_types = django_filters.ModelMultipleChoiceFilter(
        label=_("Penalty types"), queryset=Term.objects.of(Vocabulary.PENALTY_TYPE)
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=WindowState.CHOICES, method="of_state")

    class Meta:
        model = PenaltyDecisionPage
        fields = ["decided_on", "state", "penalty_types"]

    def of_state(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Decisions in a state at this moment."""
        return queryset.filter(WindowState.condition(value, timezone.now())).distinct()


class PenaltyListing(PageListingViewSet):
    """The menu item 处罚决定."""

    model = PenaltyDecisionPage
    icon = "doc-full-inverse"
    menu_label = _("Penalty decisions")
    index_view_class = DecisionIndexView
    columns = COLUMNS
    filterset_class = PenaltyFilterSet
    list_per_page = 50
    name = "decisions"


class PenaltyPages(PageViewSet):
    """The same columns and filters where the explorer shows an archive."""

    model = PenaltyDecisionPage
    index_view_class = ArchiveView
    columns = COLUMNS
    filterset_class = PenaltyFilterSet
    list_per_page = 50


def attach() -> None:
    """Give the kind its listing."""
    register_listing(PenaltyDecisionPage.kind, PenaltyListing, explorer=PenaltyPages)
