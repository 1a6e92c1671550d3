"""Django's entry for what editors write."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Disclosure pages")

    def ready(self) -> None:
        """Kinds declare themselves, the projection listens, screens are attached."""
        from pages import kinds
        from pages.acts import answers, receivers  # noqa: F401
        from pages.admin import attaching, desks, saving
        from pages.admin.search_backend import keeping  # noqa: F401
        from pages.base import recounting, sections  # noqa: F401
        from pages.exports import recipients  # noqa: F401
        from pages.projection import listening, notices, preview  # noqa: F401
        from pages.projection import receivers as acts_of_wagtail  # noqa: F401
        from records.public import nav_items

        kinds.discover()
        attaching.attach()
        desks.open_desks()
        saving.wrap_forms()
        nav_items.register_items()
