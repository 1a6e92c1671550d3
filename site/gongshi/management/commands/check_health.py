"""``manage.py check_health``: what /readyz says, for people and for the operating system's timer."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management import BaseCommand

from gongshi.health import alarm
from gongshi.health.checks import examine


class Command(BaseCommand):
    """Exit code 0: all is well; 3: something is ill."""

    help = "Say what is wrong with the site; each symptom is a heading of docs/runbook.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("--mail", action="store_true", help="tell the alarm address when it is news")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, mail: bool, **options: Any) -> None:
        """Examine, print, tell."""
        findings = examine()
        if options["json"]:
            well = all(finding.well for finding in findings)
            self.stdout.write(json.dumps({"well": well, "checks": [asdict(finding) for finding in findings]}))
        else:
            for found in findings:
                self.stdout.write(f"{found.name:10} {found.symptom or 'well':15} {found.detail}")
        if mail:
            alarm.tell(findings)
        if not all(finding.well for finding in findings):
            raise SystemExit(3)
