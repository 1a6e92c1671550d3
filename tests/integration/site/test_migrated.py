"""A copied database is what migrating from nothing would have left."""

import os
import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db.migrations.loader import MigrationLoader

from tests.factories.migrated import postgres_copy, sqlite_copy

APPLIED = "SELECT app, name FROM django_migrations"
ROWS = "SELECT count(*) FROM rules_term"


def on_disk() -> set[tuple[str, str]]:
    return set(MigrationLoader(None).graph.nodes)


def test_a_file_with_every_migration_and_the_first_rows(tmp_path):
    sqlite_copy(tmp_path / "var" / "copy.sqlite3")
    with closing(sqlite3.connect(tmp_path / "var" / "copy.sqlite3")) as copy:
        assert on_disk() <= set(copy.execute(APPLIED))
        assert copy.execute(ROWS).fetchone()[0] > 0


@pytest.mark.postgresql
def test_a_database_with_every_migration_and_the_first_rows(worker_id):
    server, name = os.environ["GONGSHI_TEST_DATABASE_URL"], f"copy_{worker_id}"
    with psycopg.connect(postgres_copy(server, name)) as copy:
        assert on_disk() <= set(copy.execute(APPLIED).fetchall())
        assert copy.execute(ROWS).fetchone()[0] > 0
    with psycopg.connect(server, autocommit=True) as administrator:
        administrator.execute(f"DROP DATABASE {name}")
