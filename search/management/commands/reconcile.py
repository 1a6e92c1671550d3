"""Compare every engine with the projection; mend what differs when asked."""

import time
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import engines, maintenance
from search.engines.base import Engine, EngineUnavailableError
from search.maintenance import Difference
from search.management.commands._output import give
from search.rebuilding import RebuildRunningError


class Command(BaseCommand):
    help = "Compare index and projection by key, version and hash."

    def add_arguments(self, parser: CommandParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("--repair", action="store_true", help="mend the differences, then compare again")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare and print; with --repair what is printed is what is left afterwards."""
        started, total = time.perf_counter(), Difference()
        for name in engines.names():
            try:
                total += self._compare(engines.engine(name), options["repair"])
            except (EngineUnavailableError, RebuildRunningError) as error:
                raise CommandError(f"{name}: {error}") from error
        result = {**asdict(total), "seconds": round(time.perf_counter() - started, 3)}
        give(self, result, options["json"], str(total))
        if total.any:
            raise SystemExit(3)

    def _compare(self, engine: Engine, mend: bool) -> Difference:
        """What differs; with ``mend`` what is left of it. An index that is lost has nothing to compare and is built."""
        if mend and engine.lost():
            maintenance.repair(engine)
        found = maintenance.compare(engine)
        self.stderr.write(f"{engine.name}: {found}")
        if mend and found.any:
            maintenance.repair(engine)
            found = maintenance.compare(engine)
            self.stderr.write(f"{engine.name}, mended: {found}")
        return found
