"""Django's entry for the project itself: its commands, and Celery's app in every process."""

from django.apps import AppConfig


class GongshiConfig(AppConfig):
    name = "gongshi"

    def ready(self) -> None:
        """Make the Celery app known, so that a task sent from the web finds its broker."""
        from gongshi import celery  # noqa: F401
        from gongshi.operations import (
            journal,  # noqa: F401 -- hears of take-downs
            older,  # noqa: F401 -- its check
            unopened,  # noqa: F401 -- its check
        )
