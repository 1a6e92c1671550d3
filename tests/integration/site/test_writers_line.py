"""SQLite: who writes waits its turn, is told who keeps it waiting, and never waits for one who writes all the time."""

import logging
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.utils import load_backend

from gongshi.settings.database import database

ROOT = Path(__file__).resolve().parents[3]
MEMORY = "sqlite://:memory:"
GREEDY = """
import sys, time
from django.conf import settings
from gongshi.settings.database import database
settings.configure(DATABASES={"default": database("sqlite:////" + sys.argv[1].lstrip("/"))})
from django.db import connection, transaction
end = time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO notes VALUES ('greedy')")
        print("writing", flush=True)
        time.sleep(0.3)
"""


def connect(path: Path | str, **options):
    """A connection to a database file as the settings describe it."""
    described = database(f"sqlite:///{path}" if path != MEMORY else MEMORY)
    described["OPTIONS"] |= options
    for name, value in (("TIME_ZONE", None), ("CONN_HEALTH_CHECKS", False), ("AUTOCOMMIT", True)):
        described.setdefault(name, value)
    described |= {"CONN_MAX_AGE": 0, "ATOMIC_REQUESTS": False, "USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}
    return load_backend(described["ENGINE"]).DatabaseWrapper(described, alias="default")


@pytest.fixture(autouse=True)
def _own_databases(django_db_blocker):
    """These tests bring databases of their own."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "line.sqlite3"
    with sqlite3.connect(found) as plain:
        plain.execute("CREATE TABLE notes (text)")
    return found


def write(connection) -> float:
    """Write one row outside of a transaction; how long it took."""
    began = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO notes VALUES (%s)", ["mine"])
    return time.monotonic() - began


def begin(connection) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    connection.in_atomic_block = True


def end(connection) -> None:
    connection.in_atomic_block = False
    connection.commit()
    connection.set_autocommit(True)


def test_one_who_writes_all_the_time_keeps_nobody_waiting(path):
    command = [sys.executable, "-c", GREEDY, str(path), "12"]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"}
    greedy = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    mine = connect(path)
    try:
        assert greedy.stdout.readline() == "writing\n"
        waits = [write(mine) for _number in range(6)]
    finally:
        greedy.kill()
        greedy.wait()
        mine.close()
    assert max(waits) < 1, waits


def test_who_gives_up_is_told_who_holds_the_lock(path):
    holder, other = connect(path), connect(path, timeout=0.2)
    begin(holder)
    with pytest.raises(OperationalError, match=rf"^database is locked by .*\(process {os.getpid()}\), since "):
        write(other)
    end(holder)
    assert write(other) < 1
    holder.close()
    other.close()


def test_a_lock_that_keeps_others_waiting_for_long_is_logged_with_its_holder(path, monkeypatch, caplog):
    monkeypatch.setattr("gongshi.sqlite.line.LONG_SECONDS", 0.2)
    holder = connect(path)

    def work() -> None:
        other = connect(path)
        write(other)
        other.close()

    with caplog.at_level(logging.WARNING, logger="gongshi.sqlite.line"):
        begin(holder)
        time.sleep(0.3)
        end(holder)
        assert caplog.text == "", "nobody waited"
        begin(holder)
        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(0.5)
        end(holder)
        thread.join()
    assert re.search(r"write lock was held for 0\.[5-9] s by .*; others waited", caplog.text)
    assert re.search(r"waited 0\.[4-9] s to write", caplog.text)
    holder.close()


def test_threads_of_one_process_stand_in_the_line_too(path):
    counts: list[int] = []

    def work() -> None:
        mine = connect(path)
        for _number in range(20):
            begin(mine)
            with mine.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM notes")
                counts.append(cursor.fetchone()[0])
                cursor.execute("INSERT INTO notes VALUES ('thread')")
            end(mine)
        mine.close()

    threads = [threading.Thread(target=work) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == list(range(80))


def test_a_connection_closed_in_a_transaction_lets_the_next_one_write(path):
    holder, other = connect(path), connect(path)
    begin(holder)
    holder.in_atomic_block = False
    holder.close()
    assert write(other) < 1
    other.close()


def test_a_database_in_memory_has_no_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    alone = connect(MEMORY)
    assert alone.line() is None
    begin(alone)
    end(alone)
    alone.close()
    assert list(tmp_path.iterdir()) == []
