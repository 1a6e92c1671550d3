"""``manage.py publish_scheduled``: what Celery beat does each minute, by hand. Takes the place of Wagtail's command."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pages.scheduling.due import due, name_of
from pages.scheduling.runner import run


class Command(BaseCommand):
    help = "Publish, change and end what is due, one transaction and one error for each object."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dryrun", "--dry-run", action="store_true", help="only say what is due")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        answer = self._list() if options["dryrun"] else self._run()
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(f"{name}: {value}" for name, value in answer.items()))
        if answer.get("failed"):
            raise CommandError("some objects failed; see the report of runs in the admin")

    def _run(self) -> dict[str, Any]:
        report = run()
        if report is None:
            return {"busy": True}
        names = ("published", "changed", "unpublished", "failed")
        return {name: getattr(report, name) for name in names} | {"errors": report.errors}

    def _list(self) -> dict[str, Any]:
        items = due(timezone.now(), limit=1000)
        return {"due": [[item.act, *map(str, name_of(item)), item.at.isoformat()] for item in items]}
