"""The listing of benchmarks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.admin.basis_listing import BasisFilterSet, BasisIndexView, basis_columns
from pages.admin.own_listings import register_listing
from pages.kinds.benchmark.models import BenchmarkPage


class BenchmarkFilterSet(BasisFilterSet):
    class Meta:
        model = BenchmarkPage
        fields = ["law", "basis", "state"]


class BenchmarkListing(PageListingViewSet):
    """The menu item 裁量基准."""

    model = BenchmarkPage
    icon = "order"
    menu_label = _("Discretion benchmarks")
    index_view_class = BasisIndexView
    columns = basis_columns(Column("power", label=_("Power"), width="24%"))
    filterset_class = BenchmarkFilterSet
    list_per_page = 50
    name = "benchmark_records"


def attach() -> None:
    """Give the kind its listing."""
    register_listing(BenchmarkPage.kind, BenchmarkListing)
