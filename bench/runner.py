"""What every bench does: a database of its own, figures as medians, one JSON object or a table."""

import argparse
import json
import os
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BASE = "bench_base"


def arguments(name: str, rows: int) -> argparse.Namespace:
    """The command line that all benches share."""
    parser = argparse.ArgumentParser(prog=f"python -m bench.{name}")
    parser.add_argument("--rows", type=int, default=rows, help=f"records (default {rows})")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else on standard output")
    return parser.parse_args()


class Site:
    """A database server with a migrated, empty column to copy from (PostgreSQL), and a folder that goes with it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder

    def fresh(self, name: str, template: str = BASE) -> str:
        """Make a new database, an empty column unless told otherwise, and point Django at it; returns its address."""
        from django.db import connection

        close()
        _on_server(self.url, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {template}")
        connection.settings_dict["NAME"] = name
        _forget_caches()
        return self.address(name)

    def address(self, name: str) -> str:
        """Address of a database on this server."""
        return f"{self.url.rsplit('/', 1)[0]}/{name}"


@contextmanager
def site(database: str = "postgres") -> Iterator[Site]:
    """Start the database (``postgres`` or ``sqlite``), make the empty column; Django is set up inside."""
    from gongshi.servers import start_postgres

    server = start_postgres() if database == "postgres" else None
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        made = Site(server.url if server else f"sqlite:///{folder}/{BASE}", Path(folder))
        if server:
            _on_server(server.url, f"CREATE DATABASE {BASE}")
        os.environ.update(
            DJANGO_SETTINGS_MODULE="bench.settings", GONGSHI_DATABASE_URL=made.address(BASE), GONGSHI_VAR_DIR=folder
        )
        try:
            _prepare()
            yield made
        finally:
            close()
            if server:
                server.stop()


def _on_server(url: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from bench.data import BUREAU_CODE, BUREAU_NAME
    from pages.acts.site_tree import AgencyData, ensure_site_tree

    call_command("migrate", verbosity=0)
    ensure_site_tree("行政执法公示", AgencyData(BUREAU_NAME, BUREAU_CODE, "211103"))


def _forget_caches() -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.core.cache import caches
    from wagtail.models import Site as WagtailSite

    ContentType.objects.clear_cache()
    WagtailSite.clear_site_root_paths_cache()
    for cache in caches.all():
        cache.clear()


def close() -> None:
    """Give the database connections back."""
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
        print(f"{name:<44} {value:,.3f}" if isinstance(value, float) else f"{name:<44} {value}")


def note(text: str) -> None:
    """Progress, away from the figures."""
    print(text, file=sys.stderr, flush=True)


def await_port(port: int, patience: float = 30) -> None:
    """Wait until something listens on a loopback port."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"nothing listens on port {port}")
