"""Databases that are migrated already: made once for what there is to apply, kept as a file, and copied.

The files lie in the folder of fetched programs (``GONGSHI_CACHE_DIR``), named by what they were made of. A run with
``--create-db`` makes its file anew, once, whatever is kept.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from django.db.backends.sqlite3.creation import DatabaseCreation
from filelock import FileLock

from gongshi.servers.places import cache_folder, program
from tests.factories.recipe import ROOT, key

# Branches that are worked on at the same time; what is older goes.
KEPT = 12
_MIGRATE = """
import sys
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from gongshi.operations import databases
call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
databases.dump(Path(sys.argv[1]))
"""


def use_copies(connection: Any, run: str) -> None:
    """Let Django begin this connection's test database with a copy; it then applies what is missing, if anything."""
    if connection.vendor == "postgresql":
        server = os.environ["GONGSHI_TEST_DATABASE_URL"]
        connection.settings_dict["TEST"]["TEMPLATE"] = postgres_template(server, run)
    else:
        connection.creation = _Copied(connection, sqlite_file(run))


class _Copied(DatabaseCreation):
    """Django itself copies a template on PostgreSQL only."""

    def __init__(self, connection: Any, template: Path) -> None:
        super().__init__(connection)
        self.template = template

    def _create_test_db(self, *arguments: Any, **options: Any) -> str:
        name = str(super()._create_test_db(*arguments, **options))
        if not Path(name).exists():  # with --reuse-db it may
            shutil.copyfile(self.template, name)
        return name


def sqlite_copy(target: Path) -> None:
    """A migrated database in this file, which is not there yet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(sqlite_file(), target)


def postgres_copy(server: str, name: str) -> str:
    """A migrated database of this name on a server, in the place of one that is there; its address."""
    template = postgres_template(server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return _address(server, name)


def sqlite_file(run: str = "") -> Path:
    """The file to copy."""
    file = _folder() / f"{key(sqlite3.sqlite_version)}.sqlite3"
    with FileLock(f"{file}.lock"):
        _forget_once(file, run)
        if not file.exists():
            with TemporaryDirectory() as folder:
                _make(f"sqlite:///{folder}/new.sqlite3", file)
        file.touch()
    return file


def postgres_template(server: str, run: str = "") -> str:
    """Name of the database to copy on this server."""
    with psycopg.connect(server, autocommit=True) as connection:
        made_of = key(str(connection.info.server_version))
        name, file = f"migrated_{made_of}", _folder() / f"{made_of}.dump"
        with FileLock(f"{file}.lock"):
            if _forget_once(file, run):
                connection.execute(f"DROP DATABASE IF EXISTS {name}")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                _fill(connection, server, f"{name}_new", file)
                # A copy is taken of what is whole only.
                connection.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")
    return name


def _fill(connection: psycopg.Connection[Any], server: str, name: str, file: Path) -> None:
    connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    connection.execute(f"CREATE DATABASE {name}")
    if file.exists():
        restore = program("pg_restore", "postgresql", "usr/lib/postgresql/*/bin")
        subprocess.run([restore, "--no-owner", "--dbname", _address(server, name), str(file)], check=True)
        file.touch()
    else:
        _make(_address(server, name), file)


def _make(address: str, file: Path) -> None:
    """Migrate an empty database from its first migration on, and keep it."""
    new = file.with_name(f"{file.name}.new")
    _migrate(address, new)
    new.replace(file)
    _tidy(file.parent)


def _migrate(address: str, file: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GONGSHI_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.test",
        "GONGSHI_TEST_DATABASE_URL": address,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    subprocess.run([sys.executable, "-c", _MIGRATE, str(file)], cwd=ROOT, env=environment, check=True)


def _forget_once(file: Path, run: str) -> bool:
    """Delete what is kept, at the first time that this run asks; whether it was now."""
    mark = file.with_name(f"{file.name}.run")
    if not run or (mark.exists() and mark.read_text() == run):
        return False
    file.unlink(missing_ok=True)
    mark.write_text(run)
    return True


def _tidy(folder: Path) -> None:
    kept = sorted([*folder.glob("*.sqlite3"), *folder.glob("*.dump")], key=lambda file: file.stat().st_mtime)
    for old in kept[:-KEPT]:
        for file in (old, *folder.glob(f"{old.name}.*")):
            file.unlink(missing_ok=True)


def _folder() -> Path:
    folder = cache_folder() / "test-databases"
    folder.mkdir(exist_ok=True)
    return folder


def _address(server: str, name: str) -> str:
    return f"{server.rsplit('/', 1)[0]}/{name}"
