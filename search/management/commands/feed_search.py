"""Work off the outbox here and now: for places without a worker, and for whoever does not want to wait for one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search import engines, outbox


class Command(BaseCommand):
    help = "Write what waits in the outbox into the search engines now."

    def add_arguments(self, parser: CommandParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("--engine", choices=[engines.ELASTICSEARCH, engines.DATABASE], help="only this engine")
        parser.add_argument("--batch", type=int, default=outbox.BATCH, help="rows leased at once")

    def handle(self, *args: Any, **options: Any) -> None:
        """Feed until nothing is due."""
        for name in (options["engine"],) if options["engine"] else engines.names():
            fed = outbox.feed(name, seconds=24 * 3600, batch=options["batch"])
            self.stdout.write(f"{name}: {fed.done} done, {fed.put_off} put off, {fed.refused} refused")
