"""What the listings of kinds that rest on law share: filters, and which of them rest on law no longer in force."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn

from pages.admin.listing import RecordIndexView, WindowState
from pages.kinds.law.models import Law
from records.templatetags.display import day


class BasisState:
    """Whether what a page rests on is in force."""

    OVER, IN_FORCE = "over", "in_force"
    CHOICES = [(OVER, _("Basis no longer in force")), (IN_FORCE, _("Basis in force"))]


class BasisFilterSet(WagtailFilterSet):
    """Filters that these listings share."""

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


class BasisColumn(Column):
    """依据已失效, or nothing. The pages of one screen are asked one by one: their articles come prefetched."""

    def get_value(self, instance: Any) -> Any:
        return _("Basis no longer in force") if instance.stale_articles() else ""


class BasisIndexView(RecordIndexView):
    """In the order of the public list."""

    default_ordering = "position"

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("bases__article__law")


def basis_columns(*own: Column) -> list[Any]:
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), classname="title"),
        *own,
        BasisColumn("basis", label=_("Basis")),
        Column("effective_on", label=_("In force from"), accessor=lambda page: day(page.effective_on), width="13%"),
        PageStatusColumn("status", label=_("Status"), width="10%"),
    ]
