"""What every bench does: a database of its own, figures as medians, one JSON object or a table."""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def arguments(name: str, rows: int) -> argparse.Namespace:
    """The command line that all benches share."""
    parser = argparse.ArgumentParser(prog=f"python -m bench.{name}")
    parser.add_argument("--rows", type=int, default=rows, help=f"records (default {rows})")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else on standard output")
    return parser.parse_args()


@contextmanager
def site(database: str = "postgres") -> Iterator[Path]:
    """A migrated, empty site on a database of its own; Django is set up inside. Gives its folder."""
    from gongshi.servers import start_postgres

    server = start_postgres() if database == "postgres" else None
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        url = server.url if server else f"sqlite:///{folder}/bench.sqlite3"
        os.environ.update(
            DJANGO_SETTINGS_MODULE="gongshi.settings.dev", GONGSHI_DATABASE_URL=url, GONGSHI_VAR_DIR=folder
        )
        try:
            prepare()
            yield Path(folder)
        finally:
            close()
            if server:
                server.stop()


def prepare() -> None:
    """Set Django up, migrate, make the column's tree."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    empty_tree()


def empty_tree() -> None:
    """The column with its bureau and no decision."""
    from bench.data import BUREAU_CODE, BUREAU_NAME
    from pages.site_tree import EntityFacts, ensure_site_tree

    ensure_site_tree("行政执法公示", EntityFacts(BUREAU_NAME, BUREAU_CODE, "211103"))


def close() -> None:
    """Give the database connections back before the server stops."""
    from django.db import connections

    connections.close_all()


def seconds(act: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    """The middle of several runs."""
    return statistics.median(values)


def report(figures: dict[str, Any], as_json: bool) -> None:
    """Print figures as one JSON object or as lines."""
    if as_json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        shown = f"{value:,.2f}" if isinstance(value, float) else value
        print(f"{name:<44} {shown}")


def note(text: str) -> None:
    """Progress, away from the figures."""
    print(text, file=sys.stderr, flush=True)
