"""Django's entry for the floor of public pages."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Disclosure pages")

    def ready(self) -> None:
        """Connect the projection: projectors register themselves, receivers heed Wagtail's acts."""
        from pages import doors
        from pages.actions import receivers as following  # noqa: F401
        from pages.kinds.registry import discover
        from pages.publication import listening, penalty, receivers  # noqa: F401

        discover()
        from pages.admin import basis_desk, deadline_desk, gap_desk, officer_desk, recipient_desk
        from pages.deadlines import receivers as deadlines_follow  # noqa: F401
        from pages.notices import following as notices_follow  # noqa: F401
        from pages.privacy import queue as files_wait  # noqa: F401

        deadline_desk.open_desk()
        recipient_desk.open_desk()
        officer_desk.open_desk()
        basis_desk.open_desk()
        gap_desk.open_desk()
        from pages import protection
        from pages.admin import saving
        from pages.publication import changes

        pre_migrate.connect(protection.before_migrate, sender=self)
        saving.open_house()
        post_migrate.connect(protection.after_migrate, sender=self)
        post_migrate.connect(changes.after_migrate, sender=self)
        doors.open_house()
