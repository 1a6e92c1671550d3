"""A database as one file and back: SQLite by its own online copy, PostgreSQL by pg_dump and pg_restore."""

import glob
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import connection, connections
from django.utils.translation import gettext as _

_DEBIAN = "/usr/lib/postgresql/*/bin"


def file_name() -> str:
    """Name of the database's file in a backup."""
    return "database.dump" if connection.vendor == "postgresql" else "database.sqlite3"


def dump(target: Path) -> None:
    """Write a consistent copy of the database while others work on."""
    if connection.vendor == "postgresql":
        _run(_program("pg_dump"), "--format=custom", "--no-owner", f"--file={target}", *_address())
        return
    with _present() as source, sqlite3.connect(target) as copy:
        source.backup(copy)


def load(source: Path) -> None:
    """Put a copy in the place of the present database."""
    connections.close_all()
    if connection.vendor == "postgresql":
        _run(
            _program("pg_restore"),
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            *_address(),
            str(source),
        )
        return
    with sqlite3.connect(source) as copy, _present() as target:
        copy.backup(target)


def _present() -> sqlite3.Connection:
    name = str(connection.settings_dict["NAME"])
    return sqlite3.connect(name, uri=name.startswith("file:"))


def is_empty() -> bool:
    """Whether the database holds no table of ours."""
    return "records_publicrecord" not in connection.introspection.table_names()


def _address() -> list[str]:
    place: dict[str, Any] = connection.settings_dict
    parts = {"--dbname": place["NAME"], "--host": place["HOST"], "--port": place["PORT"], "--username": place["USER"]}
    return [f"{option}={value}" for option, value in parts.items() if value]


def _program(name: str) -> str:
    found = shutil.which(name) or next(iter(sorted(glob.glob(f"{_DEBIAN}/{name}"), reverse=True)), None)
    if not found:
        raise CommandError(_("The program %(name)s is missing; it comes with PostgreSQL's client.") % {"name": name})
    return found


def _run(*command: str) -> None:
    # The password goes by the environment: a command line is seen by every user of the machine.
    environment = {**os.environ, "PGPASSWORD": str(connection.settings_dict["PASSWORD"] or "")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise CommandError(done.stderr.strip() or f"{command[0]}: {done.returncode}")
