"""The dialog in which an article of law is chosen: hundreds of them, found by law, number or words."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from pages.kinds.law.models import Law


class ArticleSearchForm(BaseFilterForm):
    """Words, each of which stands in the name of the law, the number or the text; and the law."""

    q = forms.CharField(label=_("Words to search for"), required=False)
    law = forms.ModelChoiceField(label=_("Law"), queryset=Law.objects.all(), required=False)

    def filter(self, articles: Any) -> Any:
        """The articles that fit, in the order of the laws."""
        found = super().filter(articles).select_related("law", "replaced_by__law").in_order()
        law, words = self.cleaned_data.get("law"), self.cleaned_data.get("q", "").split()
        self.is_searching, self.search_query = bool(words), " ".join(words)
        for word in words:
            found = found.filter(Q(law__name__contains=word) | Q(number__contains=word) | Q(text__contains=word))
        return found.filter(law=law) if law else found


class _Dialog(BaseSnippetChooseView):
    filter_form_class = ArticleSearchForm

    @property
    def columns(self) -> list[Column]:
        """Whether it is in force stands beside each."""
        return [*super().columns, Column("status", label=_("Validity"), accessor="status")]


class _ChooseArticle(_Dialog, ChooseView):
    pass


class _FoundArticles(_Dialog, ChooseResultsView):
    pass


class ArticleChooser(SnippetChooserViewSet):
    choose_view_class = _ChooseArticle
    choose_results_view_class = _FoundArticles
