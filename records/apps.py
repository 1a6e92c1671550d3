"""Django's entry for the floor of public records."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = _("Public records")

    def ready(self) -> None:
        """What the database guards is made again after each migration."""
        from records import changes, facets, protection

        pre_migrate.connect(protection.before_migrate, sender=self)
        pre_migrate.connect(facets.before_migrate, sender=self)
        post_migrate.connect(protection.after_migrate, sender=self)
        post_migrate.connect(changes.after_migrate, sender=self)
        post_migrate.connect(facets.after_migrate, sender=self)
