"""Carry on imports whose worker was killed, now instead of at the next beat (docs/runbook.md)."""

from typing import Any

from django.core.management.base import BaseCommand

from importers.tasks import sweep


class Command(BaseCommand):
    """Prints how many runs were taken up."""

    help = "Carry on imports that were left behind by a killed worker."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(sweep()))
