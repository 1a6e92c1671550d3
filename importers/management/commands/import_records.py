"""Import a file of records (docs/cli.md); its JSON is a contract with other programs."""

import json
import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from importers.commanding import Order, run_order
from importers.engine import RunBrokeError
from importers.faults import place_of
from importers.formats import KINDS
from importers.models import ImportRun, RunState
from importers.report import COUNTS, as_json

logger = logging.getLogger(__name__)

ROWS_WAIT = 3
REFUSED = 1


def _told(error: Exception) -> CommandError:
    """What may be printed: what is wrong with the order, or a sentence; the text of other errors may quote cells."""
    if isinstance(error, CommandError):
        return error
    if not isinstance(error, RunBrokeError):
        logger.error("An import broke: %s", place_of(error))
    return CommandError(_("The import stopped for an unexpected reason; the log names it."))


class Command(BaseCommand):
    """Exit 0: all rows well; 3: some rows wait; 1: the file was refused."""

    help = "Import a file of records; with --json prints exactly one JSON object on standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="spreadsheet: .xlsx, or .csv in UTF-8 or GB18030")
        parser.add_argument("--kind", choices=sorted(KINDS), required=True, help="kind of record")
        parser.add_argument("--dry-run", action="store_true", help="read, compare and report; change nothing")
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--publish", action="store_true", help="publish what is new or changed")
        way.add_argument("--draft", action="store_true", help="leave drafts (default)")
        parser.add_argument("--as", dest="user", metavar="USER", default="", help="act as this user, not the service")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the report as one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            run = run_order(self._order(options))
        except Exception as error:
            told = _told(error)
            if options["as_json"]:
                # Whatever happens, who reads the output finds one object there.
                refused = {"file": options["file"].name, "kind": options["kind"], "error": str(told)}
                self.stdout.write(json.dumps(refused, ensure_ascii=False))
            raise told from None
        if options["as_json"]:
            self.stdout.write(json.dumps(as_json(run), ensure_ascii=False))
        else:
            self._tell(run)
        if run.state == RunState.FAILED:
            raise SystemExit(REFUSED)
        if run.quarantined:
            raise SystemExit(ROWS_WAIT)

    def _order(self, options: dict[str, Any]) -> Order:
        return Order(
            path=options["file"],
            kind=options["kind"],
            user=self._user(options["user"]),
            publish=options["publish"],
            dry_run=options["dry_run"],
        )

    def _user(self, name: str) -> Any:
        if not name:
            return None
        users = get_user_model()
        user = users.objects.filter(**{users.USERNAME_FIELD: name}, is_active=True).first()
        if user is None:
            raise CommandError(_("There is no active user “%(name)s”.") % {"name": name})
        return user

    def _tell(self, run: ImportRun) -> None:
        """The report for a person."""
        report = as_json(run)
        if "error" in report:
            self.stderr.write(report["error"])
            return
        for problem in report["problems"]:
            self.stdout.write("{sheet} {line} {column} {value} {reason}".format(**problem))
        self.stdout.write("  ".join(f"{label} {report[name]}" for name, label in COUNTS.items()))
