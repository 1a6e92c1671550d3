"""Real workers of the indexer, killed at random moments; these tests empty the tables."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.factories.outbox import many

RECORDS = 100


@pytest.fixture
def address(tmp_path: Path, transactional_db: None, django_db_serialized_rollback: None) -> Iterator[str]:
    """The address of this test's database for other processes; SQLite in memory is copied into a file."""
    if connection.vendor == "sqlite":
        # What an earlier test committed: whoever emptied the tables after it knew no full-text table.
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('delete-all')")
            cursor.execute("DELETE FROM search_packed")
    many(RECORDS)
    if connection.vendor == "sqlite":
        file = tmp_path / "copy.sqlite3"
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        yield f"sqlite:///{file}"
    else:
        values = settings.DATABASES["default"]
        name = connection.settings_dict["NAME"]
        yield f"postgres://{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT']}/{name}"


def statement(address: str, sql: str) -> list[Any]:
    """Run SQL in the copied or the real test database."""
    if not address.startswith("sqlite"):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"), timeout=20, isolation_level=None)) as database:
        return database.execute(sql).fetchall()


def kills(address: str, tmp_path: Path, number: int) -> None:
    """Kill that many real workers with signal 9 at random moments; then one ends the work."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
        "GONGSHI_DATABASE_URL": address,
        "GONGSHI_VAR_DIR": str(tmp_path),
        "GONGSHI_ELASTICSEARCH_URL": "",
    }
    command = [sys.executable, "manage.py", "feed_search", "--batch", "5"]
    root, chance, killed = Path(__file__).parents[3], Random(7), 0
    for _ in range(number):
        waiting = statement(address, "SELECT count(*) FROM records_outboxentry")[0][0]
        worker = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL)
        while worker.poll() is None and _waiting(address) == waiting:
            time.sleep(0.05)
        time.sleep(chance.random() / 10)
        killed += worker.poll() is None
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        statement(address, "UPDATE records_outboxentry SET leased_until = NULL")
    assert killed
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)


def _waiting(address: str) -> int:
    return int(statement(address, "SELECT count(*) FROM records_outboxentry")[0][0])


def differences(address: str) -> dict[str, int]:
    """What index and projection differ in, asked of the tables themselves."""
    live = "SELECT count(*) FROM search_databaseentry WHERE live"
    same = (
        "SELECT count(*) FROM search_databaseentry e JOIN records_publicrecord r "
        "ON e.key = r.key AND e.version = r.version AND e.content_hash = r.content_hash WHERE e.live"
    )
    records = _number(address, "SELECT count(*) FROM records_publicrecord")
    found = {"missing": records - _number(address, same), "extra": _number(address, live) - _number(address, same)}
    if address.startswith("sqlite"):
        words = "SELECT count(*) FROM search_fts WHERE search_fts MATCH '\"施工\"'"
        found["words"] = _number(address, words) - records
    return found


def _number(address: str, sql: str) -> int:
    return int(statement(address, sql)[0][0])


@pytest.mark.engine
def test_workers_killed_by_signal_end_in_one_index(address: str, tmp_path: Path):
    kills(address, tmp_path, 2)
    assert set(differences(address).values()) == {0}
    assert _waiting(address) == 0


@pytest.mark.soak
def test_many_workers_killed_by_signal_end_in_one_index(address: str, tmp_path: Path):
    kills(address, tmp_path, 20)
    assert set(differences(address).values()) == {0}
    assert _waiting(address) == 0
