"""执法人员: the listing and the form of officers."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from pages.admin.own_listings import register_listing
from pages.admin.panels import choice
from pages.kinds.officer.models import NOTICE, Officer, OfficerStatus
from records.templatetags.display import day
from rules.models import Term
from rules.models.terms import Vocabulary


class Certificate:
    """States of a certificate that editors ask for."""

    VALID, ENDING, OVER = "valid", "ending", "over"
    CHOICES = [(VALID, _("Valid")), (ENDING, _("Ends within 60 days")), (OVER, _("Ended"))]

    @staticmethod
    def narrow(officers: QuerySet[Any], state: str) -> QuerySet[Any]:
        """Officers whose certificate is in a state today."""
        today = timezone.localdate()
        if state == Certificate.OVER:
            return officers.filter(valid_to__lt=today)
        if state == Certificate.ENDING:
            return officers.filter(valid_to__gte=today, valid_to__lt=today + NOTICE)
        return officers.filter(valid_from__lte=today, valid_to__gte=today)


def _bodies(request: Any) -> QuerySet[Any]:
    """The bodies that officers belong to, asked of the column: kinds do not know each other."""
    model: Any = Officer._meta.get_field("unit").related_model
    return model.objects.all()


class OfficerFilterSet(WagtailFilterSet):
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=_bodies)
    categories = django_filters.ModelMultipleChoiceFilter(
        label=_("Categories of enforcement"), queryset=Term.objects.of(Vocabulary.ENFORCEMENT_CATEGORY)
    )
    status = django_filters.ChoiceFilter(label=_("Status"), choices=OfficerStatus.choices)
    certificate = django_filters.ChoiceFilter(
        label=_("Certificate"), choices=Certificate.CHOICES, method="of_certificate"
    )

    class Meta:
        model = Officer
        fields = ["unit", "categories", "status", "certificate"]

    def of_certificate(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Officers whose certificate is in a state today."""
        return Certificate.narrow(queryset, value)


def _until(officer: Officer) -> str:
    return day(officer.valid_to)


PANELS = [
    FieldRowPanel([FieldPanel("name"), FieldPanel("certificate_no")]),
    FieldRowPanel([choice("unit"), FieldPanel("unit_part")]),
    FieldRowPanel([FieldPanel("position"), FieldPanel("order")]),
    FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
    FieldPanel("area"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            FieldRowPanel([FieldPanel("status"), FieldPanel("status_since")]),
        ],
        heading=_("Certificate and status"),
    ),
    MultiFieldPanel(
        [FieldPanel("has_legal_qualification"), FieldPanel("legal_qualification_no")],
        heading=_("Legal qualification (not public)"),
    ),
]


class OfficerIndexView(IndexView):
    """The listing; floors above add their ways in and out to its header."""

    further_buttons: ClassVar[list[Callable[[Any], Iterable[Button]]]] = []

    @property
    def header_buttons(self) -> list[Button]:
        """Wagtail's buttons and the further ones."""
        further = [button for make in self.further_buttons for button in make(self.request.user)]
        return [*super().header_buttons, *further]


class OfficerViewSet(SnippetViewSet):
    """The menu item 执法人员; each change stays in the history."""

    model = Officer
    index_view_class = OfficerIndexView
    icon = "group"
    menu_label = _("Enforcement officers")
    list_display = [
        "name",
        Column("certificate_no", label=_("Certificate number"), sort_key="certificate_no"),
        "unit_part",
        "position",
        Column("valid_to", label=_("Certificate valid to"), accessor=_until, sort_key="valid_to"),
        Column("status", label=_("Status"), accessor="get_status_display"),
    ]
    filterset_class = OfficerFilterSet
    panels = PANELS
    search_fields = ["name", "certificate_no", "unit_part", "position"]
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 50
    ordering = ["unit_id", "order", "certificate_no"]


def attach() -> None:
    """Give the kind its listing."""
    register_listing(Officer.kind, OfficerViewSet)
