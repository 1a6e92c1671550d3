"""Listings of 权责清单, 裁量基准, 服务指南: filters, and which of them rest on law that is no longer in force."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.admin.listing import RecordIndexView, WindowState
from pages.kinds.benchmark.models import BenchmarkPage
from pages.kinds.guide.models import GuidePage
from pages.kinds.law.models import Law
from pages.kinds.power.models import PowerPage
from records.templatetags.display import day
from rules.models import Term
from rules.models.terms import Vocabulary


class BasisState:
    """Whether what a page rests on is in force."""

    OVER, IN_FORCE = "over", "in_force"
    CHOICES = [(OVER, _("Basis no longer in force")), (IN_FORCE, _("Basis in force"))]


class _BasisFilterSet(WagtailFilterSet):
    """Filters that the three listings share."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=WindowState.CHOICES, method="of_state")
    basis = django_filters.ChoiceFilter(label=_("Basis"), choices=BasisState.CHOICES, method="of_basis")
    law = django_filters.ModelChoiceFilter(label=_("Law"), queryset=Law.objects.all(), method="of_law")

    def of_state(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Pages in a state at this moment."""
        return queryset.filter(WindowState.condition(value, timezone.now())).distinct()

    def of_basis(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Pages whose basis is, or is not, in force today."""
        stale = self._meta.model.on_stale_articles(timezone.localdate()).values("pk")
        return queryset.filter(pk__in=stale) if value == BasisState.OVER else queryset.exclude(pk__in=stale)

    def of_law(self, queryset: QuerySet[Any], name: str, value: Law) -> QuerySet[Any]:
        """Pages that rest on a law."""
        return queryset.filter(bases__article__law=value).distinct()


class PowerFilterSet(_BasisFilterSet):
    """Filters of powers."""

    power_type = django_filters.ModelChoiceFilter(
        label=_("Type of power"), queryset=Term.objects.of(Vocabulary.POWER_TYPE)
    )
    unit = django_filters.CharFilter(label=_("Undertaking unit"), lookup_expr="icontains")

    class Meta:
        model = PowerPage
        fields = ["power_type", "unit", "law", "basis", "state"]


class BenchmarkFilterSet(_BasisFilterSet):
    """Filters of benchmarks."""

    class Meta:
        model = BenchmarkPage
        fields = ["law", "basis", "state"]


class GuideFilterSet(_BasisFilterSet):
    """Filters of guides."""

    class Meta:
        model = GuidePage
        fields = ["law", "basis", "state"]


class BasisColumn(Column):
    """依据已失效, or nothing. The pages of one screen are asked one by one: their articles come prefetched."""

    def get_value(self, instance: Any) -> Any:
        """The flag."""
        return _("Basis no longer in force") if instance.stale_articles() else ""


class BasisIndexView(RecordIndexView):
    """In the order of the public list."""

    default_ordering = "position"

    def get_base_queryset(self) -> Any:
        """With the articles."""
        return super().get_base_queryset().prefetch_related("bases__article__law")


def _columns(*own: Column) -> list[Any]:
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), classname="title"),
        *own,
        BasisColumn("basis", label=_("Basis")),
        Column("effective_on", label=_("In force from"), accessor=lambda page: day(page.effective_on), width="13%"),
        PageStatusColumn("status", label=_("Status"), width="10%"),
    ]


class PowerListing(PageListingViewSet):
    """The menu item 权责清单."""

    model = PowerPage
    icon = "list-ol"
    menu_label = _("Powers")
    index_view_class = BasisIndexView
    columns = _columns(
        Column("code", label=_("Code of the power"), sort_key="code", width="14%"),
        Column("power_type", label=_("Type of power"), sort_key="power_type", width="10%"),
        Column("unit", label=_("Undertaking unit"), sort_key="unit", width="14%"),
    )
    filterset_class = PowerFilterSet
    list_per_page = 50
    name = "power_records"


class BenchmarkListing(PageListingViewSet):
    """The menu item 裁量基准."""

    model = BenchmarkPage
    icon = "order"
    menu_label = _("Discretion benchmarks")
    index_view_class = BasisIndexView
    columns = _columns(Column("power", label=_("Power"), width="24%"))
    filterset_class = BenchmarkFilterSet
    list_per_page = 50
    name = "benchmark_records"


class GuideListing(PageListingViewSet):
    """The menu item 服务指南."""

    model = GuidePage
    icon = "help"
    menu_label = _("Service guides")
    index_view_class = BasisIndexView
    columns = _columns(Column("power", label=_("Power"), width="24%"))
    filterset_class = GuideFilterSet
    list_per_page = 50
    name = "guide_records"
