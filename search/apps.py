"""Django's entry for the search floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Ask the floor below to feed our engines, and listen to its acts."""
        from records.outbox import engines as fed_engines
        from search import engines, receivers  # noqa: F401 -- connects the receivers

        for name in engines.names():
            fed_engines.register(name)
