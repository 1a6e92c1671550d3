"""``manage.py rebuild_records``: write every public record again from its page."""

import json
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pages.acts.rebuild_records import rebuild_records


class Command(BaseCommand):
    help = "Project every record that is or will be public again (after a change of masks, labels or code)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        started = monotonic()
        read, changed = rebuild_records()
        answer = {"read": read, "changed": changed, "seconds": round(monotonic() - started, 2)}
        lines = json.dumps(answer) if options["json"] else f"read: {read}\nchanged: {changed}"
        self.stdout.write(lines)
