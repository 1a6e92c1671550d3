"""``./run`` from the outside: starts, greets, stops, starts again and has lost nothing."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from gongshi.servers.places import free_port

ROOT = Path(settings.ROOT)
# The first start makes the database and the sample; it waits for a busy machine rather than fail on it.
FIRST, SECOND = 480, 60


OURS = ("gongshi.sqlite3", "gongshi.sqlite3-wal", "login.txt", "journal/2026.jsonl")
NOT_OURS = ("backup.tar", "notes.txt")


@pytest.fixture(scope="module")
def var(tmp_path_factory) -> Path:
    """A data folder with what an earlier site left: the tests of this file are one story."""
    var = tmp_path_factory.mktemp("site") / "var"
    (var / "journal").mkdir(parents=True)
    for name in OURS + NOT_OURS:
        (var / name).write_text("old")
    return var


def environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GONGSHI_", "DJANGO_"))}
    return {**kept, "GONGSHI_VAR_DIR": str(var)}


@contextmanager
def running(var: Path, port: int, seconds: float, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``./run`` until the block ends; gives the process and its greeting."""
    command = ["./run", "--port", str(port), *arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(var), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    lines: list[str] = []
    try:
        end = time.monotonic() + seconds
        for line in process.stdout:
            lines.append(line)
            if "Stop: Ctrl-C" in line:
                break
            assert time.monotonic() < end, "".join(lines)
        assert process.poll() is None, "".join(lines)
        yield process, "".join(lines)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(40)


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task/{process}/children")
    direct = [int(child) for child in tasks.read_text().split()]
    return direct + [below for child in direct for below in children(child)]


@pytest.mark.timeout(600)
def test_a_fresh_start_shows_a_living_site_and_keeps_what_is_not_ours(var):
    port = free_port()
    with running(var, port, FIRST, "--fresh") as (process, greeting):
        assert (var / "gongshi.sqlite3").read_bytes()[:15] == b"SQLite format 3"
        assert not (var / "journal" / "2026.jsonl").exists()
        assert {(var / name).read_text() for name in NOT_OURS} == {"old"}
        assert f"http://127.0.0.1:{port}/admin/" in greeting
        password = re.search(r"Password: +(\S+)", greeting).group(1)
        login = var / "login.txt"
        assert password in login.read_text()
        assert login.stat().st_mode & 0o777 == 0o600
        assert "/decisions/" in get(f"http://127.0.0.1:{port}/")
        assert 'name="password"' in get(f"http://127.0.0.1:{port}/admin/login/")
        parts = children(process.pid)
        assert len(parts) >= 5, "web with two workers, Celery worker and beat"
        process.send_signal(signal.SIGINT)
        assert process.wait(40) == 0
    assert [part for part in parts if Path(f"/proc/{part}").exists()] == []
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), 2)


def test_the_second_start_takes_seconds_and_keeps_everything(var):
    login, port = (var / "login.txt").read_text(), free_port()
    began = time.monotonic()
    with running(var, port, SECOND) as (_, greeting):
        assert time.monotonic() - began < SECOND
        assert login.split()[-1] in greeting
        assert "Loading the sample" not in greeting
        again = subprocess.run(
            ["./run", "--port", str(free_port())], cwd=ROOT, env=environment(var), capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert again.returncode == 1
        assert "runs already" in again.stderr


def test_a_taken_port_is_said_before_anything_is_done(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = ["./run", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(
            command, cwd=ROOT, env=environment(tmp_path / "var"), capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert "is in use; choose another" in done.stderr
    assert not (tmp_path / "var" / "gongshi.sqlite3").exists()
