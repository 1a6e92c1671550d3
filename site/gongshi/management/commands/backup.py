"""Write database and files into one archive (docs/runbook.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gongshi.operations.backup import make_backup


class Command(BaseCommand):
    help = "Write database and files together into one archive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("file", type=Path, metavar="FILE", help="archive to write, e.g. gongshi-20261123.tar.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it and say what is in it."""
        manifest = make_backup(options["file"], timezone.now())
        self.stdout.write(f"{options['file']}: {manifest['database']}, {len(manifest['files'])} files")
