"""Django's entry."""

from django.apps import AppConfig


class TrialConfig(AppConfig):
    name = "tests.trial"
    label = "trial"

    def ready(self) -> None:
        """The kind declares itself, its form is attached."""
        from tests.trial import kind

        kind.attach()
