"""The listing of guides."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.admin.basis_listing import BasisFilterSet, BasisIndexView, basis_columns
from pages.admin.own_listings import register_listing
from pages.kinds.guide.models import GuidePage


class GuideFilterSet(BasisFilterSet):
    class Meta:
        model = GuidePage
        fields = ["law", "basis", "state"]


class GuideListing(PageListingViewSet):
    """The menu item 服务指南."""

    model = GuidePage
    icon = "help"
    menu_label = _("Service guides")
    index_view_class = BasisIndexView
    columns = basis_columns(Column("power", label=_("Power"), width="24%"))
    filterset_class = GuideFilterSet
    list_per_page = 50
    name = "guide_records"


def attach() -> None:
    """Give the kind its listing."""
    register_listing(GuidePage.kind, GuideListing)
