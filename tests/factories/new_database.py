"""An empty database in the place of the worker's own, for a while."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def new_database(name: str, folder: Path) -> Iterator[Any]:
    """The connection to it, which everything uses until the end; then the database is gone."""
    own = connections[DEFAULT_DB_ALIAS]
    other = own.copy()
    postgres = other.vendor == "postgresql"
    other.settings_dict["NAME"] = _created(name) if postgres else str(folder / f"{name}.sqlite3")
    connections[DEFAULT_DB_ALIAS] = other
    ContentType.objects.clear_cache()
    try:
        yield other
    finally:
        other.close()
        connections[DEFAULT_DB_ALIAS] = own
        ContentType.objects.clear_cache()
        if postgres:
            _execute(f"DROP DATABASE {name}")


def _created(name: str) -> str:
    _execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
    return name


def _execute(*statements: str) -> None:
    with psycopg.connect(os.environ["GONGSHI_TEST_DATABASE_URL"], autocommit=True) as administrator:
        for statement in statements:
            administrator.execute(statement)
