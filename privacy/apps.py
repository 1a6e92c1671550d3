"""Django's entry for the floor of personal information."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "privacy"
    verbose_name = _("Personal information")

    def ready(self) -> None:
        """A stored file waits for its check."""
        from privacy.files import queue  # noqa: F401
