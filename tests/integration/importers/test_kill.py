"""A worker killed at any point: another takes the run up, and the database ends as after one clean run."""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.factories.imports import numbered
from tests.factories.spreadsheets import LABELS, write_xlsx

ROOT = Path(__file__).resolve().parents[3]
ROWS = 30
CHILD = """
import json, sys, django
django.setup()
from tests.factories.imports import canonical_dump
json.dump(canonical_dump(), sys.stdout, ensure_ascii=False, default=str, sort_keys=True)
"""
SITE = """
import django
django.setup()
from tests.factories.pages import make_site
make_site()
"""


class Place:
    """A site of its own in a folder: SQLite database, files, and processes that are really killed."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.database = folder / "kill.sqlite3"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
            "GONGSHI_VAR_DIR": str(folder),
            "GONGSHI_DATABASE_URL": f"sqlite:///{self.database}",
            "GONGSHI_IMPORT_LEASE_SECONDS": "0",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        }

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *command: str) -> str:
        output = self.start(*command).communicate(timeout=240)[0]
        return output.decode()

    def has_run(self) -> bool:
        """Whether a run was opened before the process was killed."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return bool(connection.execute("SELECT count(*) FROM importers_importrun").fetchone()[0])

    def dump(self) -> dict:
        return json.loads(self.run("-c", CHILD))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A migrated place to copy, a file to import, and the dump and the duration of one clean run."""
    folder = tmp_path_factory.mktemp("kill")
    rows = [numbered(n, CF_SY="" if n % 10 == 0 else f"第{n}项事实。") for n in range(1, ROWS + 1)]
    source = write_xlsx(folder / "rows.xlsx", [LABELS, *rows, numbered(1, CF_XDR_MC="盘锦别家公司", CF_XDR_SHXYM="")])
    template = Place(folder / "template")
    template.run("manage.py", "migrate", "-v", "0")
    template.run("-c", SITE)
    clean = _copy(folder, "clean")
    started = time.monotonic()
    clean.run("manage.py", "import_records", str(source), "--kind", "penalty", "--publish", "--json")
    return folder, source, clean.dump(), time.monotonic() - started


def _copy(folder: Path, name: str) -> Place:
    place = Place(folder / name)
    data = (folder / "template" / "kill.sqlite3").read_bytes()
    for part in ("-wal", "-shm"):
        extra = folder / "template" / f"kill.sqlite3{part}"
        if extra.exists():
            (folder / name / f"kill.sqlite3{part}").write_bytes(extra.read_bytes())
    (folder / name / "kill.sqlite3").write_bytes(data)
    return place


def _killed_run(prepared, seed: int) -> None:
    """Kill the import, then kill sweeps, until one comes through; then compare."""
    folder, source, expected, duration = prepared
    dice = random.Random(seed)
    place = _copy(folder, f"killed-{seed}")
    command = ["manage.py", "import_records", str(source), "--kind", "penalty", "--publish", "--json"]
    for _ in range(dice.randint(1, 3)):
        process = place.start(*command)
        try:
            process.wait(timeout=dice.uniform(0.2, 1.0) * duration)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        if place.has_run():
            command = ["manage.py", "sweep_imports"]
    place.run(*command)
    assert place.dump() == expected


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_import_ends_as_a_clean_one(prepared, seed):
    _killed_run(prepared, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4, 44))
def test_a_killed_import_ends_as_a_clean_one_many_times(prepared, seed):
    _killed_run(prepared, seed)
