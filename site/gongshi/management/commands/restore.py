"""Put an archive of ``backup`` back; the public side stays closed until ``reopen`` (docs/runbook.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from gongshi.operations.backup import restore_backup


class Command(BaseCommand):
    help = "Restore database and files from an archive. Afterwards run migrate, then reopen."
    # An empty place has no tables to check yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("file", type=Path, metavar="FILE", help="archive that backup wrote")
        parser.add_argument("--replace", action="store_true", help="overwrite a database that is not empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the archive, put it back, leave the site closed."""
        manifest = restore_backup(options["file"], options["replace"])
        self.stdout.write(f"{manifest['made_at']}: restored. The public side is closed; run migrate, then reopen.")
