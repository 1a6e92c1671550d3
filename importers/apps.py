"""Django's entry for the importers floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportersConfig(AppConfig):
    name = "importers"
    verbose_name = _("Importers")

    def ready(self) -> None:
        """Lend the floor below the reader of spreadsheets."""
        from importers.rosters import read_roster_lines
        from pages.inspections.sheets import reader

        reader.plug(read_roster_lines)
