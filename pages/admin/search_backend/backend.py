"""Explorer search, global search and choosers ask this backend.

Wagtail's own one knows only whole Chinese titles, and on PostgreSQL each save of a page with a title without blanks
rewrites its whole index. Here a page is found by any fragment of two characters of what ``entries`` holds of it; other
models (images, documents) are searched by substring in their own fields.
"""

from typing import Any

from django.db.models import Q
from modelsearch.backends.database.fallback import DatabaseSearchBackend, DatabaseSearchQueryCompiler
from wagtail.models import Page

from pages.admin.search_backend import entries


class AdminQueryCompiler(DatabaseSearchQueryCompiler):
    """Turns words into conditions on the internal index; every blank-separated word has to be found."""

    def build_single_term_filter(self, term: str) -> Q:
        """One word."""
        if issubclass(self.queryset.model, Page):
            return entries.condition(term)
        return super().build_single_term_filter(term)


class AdminSearchBackend(DatabaseSearchBackend):
    """Works for every page type, also those with empty ``search_fields``."""

    query_compiler_class = AdminQueryCompiler
    autocomplete_query_compiler_class = AdminQueryCompiler

    def _search(self, query_compiler_class: type, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        """Wagtail finds nothing in a model without search fields; our pages have none and are found all the same."""
        model = getattr(model_or_queryset, "model", model_or_queryset)
        if not issubclass(model, Page) or query == "":
            return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)
        queryset = model_or_queryset if hasattr(model_or_queryset, "model") else model.objects.all()
        kwargs["fields"] = None
        return self.results_class(self, query_compiler_class(queryset, query, **kwargs))
