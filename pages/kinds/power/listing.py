"""The listing of powers."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.admin.basis_listing import BasisFilterSet, BasisIndexView, basis_columns
from pages.admin.own_listings import register_listing
from pages.kinds.power.models import PowerPage
from rules.models import Term
from rules.models.terms import Vocabulary


class PowerFilterSet(BasisFilterSet):
    power_type = django_filters.ModelChoiceFilter(
        label=_("Type of power"), queryset=Term.objects.of(Vocabulary.POWER_TYPE)
    )
    unit = django_filters.CharFilter(label=_("Undertaking unit"), lookup_expr="icontains")

    class Meta:
        model = PowerPage
        fields = ["power_type", "unit", "law", "basis", "state"]


class PowerListing(PageListingViewSet):
    """The menu item 权责清单."""

    model = PowerPage
    icon = "list-ol"
    menu_label = _("Powers")
    index_view_class = BasisIndexView
    columns = basis_columns(
        Column("code", label=_("Code of the power"), sort_key="code", width="14%"),
        Column("power_type", label=_("Type of power"), sort_key="power_type", width="10%"),
        Column("unit", label=_("Undertaking unit"), sort_key="unit", width="14%"),
    )
    filterset_class = PowerFilterSet
    list_per_page = 50
    name = "power_records"


def attach() -> None:
    """Give the kind its listing."""
    register_listing(PowerPage.kind, PowerListing)
