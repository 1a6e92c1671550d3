"""The search backend behind Wagtail's own views (WAGTAILSEARCH_BACKENDS): pages in fragments, drafts included."""

from pages.admin.search_backend.backend import AdminSearchBackend as SearchBackend

__all__ = ["SearchBackend"]
