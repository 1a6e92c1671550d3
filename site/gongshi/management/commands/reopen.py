"""Open the public side after a restore (docs/runbook.md)."""

from typing import Any

from django.core.management.base import BaseCommand

from gongshi.operations.reopening import reopen


class Command(BaseCommand):
    help = "Replay the journal of take-downs, build fresh indexes, open the public side."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say how much there was."""
        done = reopen()
        held = ", ".join(f"{name}: {number}" for name, number in done.indexed.items())
        self.stdout.write(f"taken down again: {done.taken_down}; {held}; open")
