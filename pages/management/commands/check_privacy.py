"""``manage.py check_privacy``: looks for personal information in everything public. See docs/cli.md."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pages.examination.scan import leaks
from records.models import PublicRecord


class Command(BaseCommand):
    """Exit code 1 when something is found."""

    help = "Look for personal information in all public records."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--json``."""
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Report key, field and kind, never the text."""
        found = list(leaks())
        if options["json"]:
            answer = {"records": PublicRecord.objects.count(), "hits": [asdict(one) for one in found]}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            for one in found:
                self.stdout.write(f"{one.key} {one.field}: {one.kind}")
        if found:
            raise SystemExit(1)
