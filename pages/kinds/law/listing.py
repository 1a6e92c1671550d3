"""执法依据: listings and forms of laws and their articles."""

from typing import Any

import django_filters
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.admin.own_listings import register_listing
from pages.admin.panels import choice
from pages.kinds.law.chooser import ArticleChooser
from pages.kinds.law.models import Law, LawArticle, Validity
from records.templatetags.display import day
from rules.models import Term
from rules.models.terms import Vocabulary


def narrow(laws: Any, state: str) -> Any:
    """Laws or articles in a state today."""
    today = timezone.localdate()
    current, over = laws.in_force_on(today), laws.over_on(today)
    if state == Validity.AHEAD:
        return laws.exclude(pk__in=over.values("pk")).exclude(pk__in=current.values("pk"))
    return over if state == Validity.OVER else current


class _ValidityFilterSet(WagtailFilterSet):
    """The filter that laws and articles share."""

    validity = django_filters.ChoiceFilter(label=_("Validity"), choices=Validity.choices, method="of_state")

    def of_state(self, queryset: QuerySet[Any], name: str, value: str) -> Any:
        """Those in a state today."""
        return narrow(queryset, value)


class LawFilterSet(_ValidityFilterSet):
    law_kind = django_filters.ModelChoiceFilter(label=_("Kind of law"), queryset=Term.objects.of(Vocabulary.LAW_KIND))

    class Meta:
        model = Law
        fields = ["law_kind", "validity"]


class ArticleFilterSet(_ValidityFilterSet):
    law = django_filters.ModelChoiceFilter(label=_("Law"), queryset=Law.objects.all())

    class Meta:
        model = LawArticle
        fields = ["law", "validity"]


class LawViewSet(SnippetViewSet):
    """法律、法规、规章; a new version is a new entry, the old one gets its last day."""

    model = Law
    icon = "openquote"
    menu_label = _("Laws")
    list_display = [
        "name",
        Column("law_kind", label=_("Kind of law"), accessor=lambda law: law.law_kind),
        Column("document_no", label=_("Number of issue")),
        Column("in_force_from", label=_("In force from"), accessor=lambda law: day(law.in_force_from)),
        Column("articles", label=_("Articles"), accessor="article_count"),
        Column("status", label=_("Validity")),
    ]
    filterset_class = LawFilterSet
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("short_name"), choice("law_kind")]),
        FieldRowPanel([FieldPanel("document_no", heading=_("Number of issue")), FieldPanel("issuing_body")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("in_force_from"), FieldPanel("in_force_to")]),
                FieldPanel("replaced_by"),
            ],
            heading=_("Time of force"),
        ),
    ]
    search_fields = ["name", "short_name", "document_no"]
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 50
    ordering = ["law_kind__weight", "name", "in_force_from"]

    def get_queryset(self, request: Any) -> Any:
        """With the number of articles."""
        return Law.objects.select_related("law_kind").annotate(article_count=Count("articles"))


class ArticleViewSet(SnippetViewSet):
    """条文: chosen by powers, benchmarks, guides and decisions."""

    model = LawArticle
    icon = "doc-empty"
    menu_label = _("Articles of law")
    list_display = [
        Column("citation", label=_("Article of law")),
        Column("law_kind", label=_("Kind of law"), accessor=lambda article: article.law.law_kind),
        Column("status", label=_("Validity")),
        Column("replaced_by", label=_("Replaced by"), accessor=lambda article: article.replaced_by or ""),
    ]
    filterset_class = ArticleFilterSet
    panels = [
        FieldRowPanel([choice("law"), FieldPanel("number")]),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("in_force_from"), FieldPanel("in_force_to")]),
                FieldPanel("replaced_by"),
            ],
            heading=_("Time of force"),
        ),
    ]
    chooser_viewset_class = ArticleChooser
    chooser_per_page = 20
    search_fields = ["law__name", "law__short_name", "number", "text"]
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 50

    def get_queryset(self, request: Any) -> Any:
        """In the order of the laws."""
        return LawArticle.objects.select_related("law__law_kind", "replaced_by__law").in_order()


def attach() -> None:
    """Give the kind its listing."""
    register_listing(Law.kind, LawViewSet, ArticleViewSet)
