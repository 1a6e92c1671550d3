"""Build every engine's index anew from the projection while the old one answers."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from records.signals import reindexing
from search import engines, rebuilding
from search.engines.base import EngineUnavailableError
from search.management.commands._output import give


class Command(BaseCommand):
    help = "Build a fresh index from the projection, then switch to it."

    def add_arguments(self, parser: CommandParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("--engine", choices=[engines.ELASTICSEARCH, engines.DATABASE], help="only this engine")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and print how many records each engine holds."""
        started, held = time.perf_counter(), {}
        reindexing.send(type(self))
        for name in (options["engine"],) if options["engine"] else engines.names():
            self.stderr.write(f"{name}: building")
            try:
                held[name] = rebuilding.rebuild(engines.engine(name))
            except (EngineUnavailableError, rebuilding.RebuildRunningError, KeyError) as error:
                raise CommandError(f"{name}: {error}") from error
        result = {"indexed": held, "seconds": round(time.perf_counter() - started, 3)}
        give(self, result, options["json"], ", ".join(f"{name}: {number}" for name, number in held.items()))
