"""A worker killed at any point: another takes the run up, and the database ends as after one clean run."""

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.factories.imports import numbered
from tests.factories.migrated import sqlite_copy
from tests.factories.spreadsheets import LABELS, write_xlsx

ROOT = Path(__file__).resolve().parents[3]
ROWS = 60
SITE = "import django; django.setup(); from tests.factories.pages import make_site; make_site()"


class Forks:
    """The loaded parent of every process of this module (tests/tools/forks.py)."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = [sys.executable, str(ROOT / "tests" / "tools" / "forks.py")]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, **order: Any) -> int:
        """One order, one answer."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@dataclass
class Place:
    """A site of its own: SQLite database and files in a folder."""

    folder: Path
    forks: Forks

    @property
    def database(self) -> Path:
        return self.folder / "kill.sqlite3"

    def start(self, *command: str) -> int:
        """Start a command in a process of its own; returns its id."""
        output = self.folder / "output"
        return self.forks.ask(
            run=list(command), folder=str(self.folder), database=str(self.database), output=str(output)
        )

    def run(self, *command: str) -> str:
        """Run a command to its end; returns what it printed."""
        self.forks.ask(wait=self.start(*command))
        return (self.folder / "output").read_text("utf-8")

    def dump(self) -> dict[str, Any]:
        """Everything that an import writes."""
        return json.loads(self.run("dump"))

    def progress(self) -> int | None:
        """How many decisions the run has committed; ``None`` before there is a run, more than all once it is done."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=20)) as connection:
            found = connection.execute("SELECT progress, state FROM importers_importrun").fetchone()
        return None if found is None else found[0] + (1 if found[1] == "done" else 0)


@dataclass
class Prepared:
    """A migrated site to copy, an order to import, and what one clean run makes of it."""

    template: Place
    order: tuple[str, ...]
    expected: dict[str, Any]

    def copy(self, name: str) -> Place:
        """A fresh copy of the site."""
        folder = self.template.folder.parent / name
        shutil.copytree(self.template.folder, folder)
        return Place(folder, self.template.forks)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Iterator[Prepared]:
    folder = tmp_path_factory.mktemp("kill")
    template = folder / "template"
    template.mkdir()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
        "GONGSHI_VAR_DIR": str(template),
        "GONGSHI_DATABASE_URL": f"sqlite:///{template}/kill.sqlite3",
        "GONGSHI_IMPORT_LEASE_SECONDS": "0",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    sqlite_copy(template / "kill.sqlite3")
    subprocess.run([sys.executable, "-c", SITE], cwd=ROOT, env=environment, check=True, capture_output=True)
    rows = [numbered(n, CF_SY="" if n % 10 == 0 else f"第{n}项事实。") for n in range(1, ROWS + 1)]
    rows.append(numbered(1, CF_SY="第1项事实。", CF_XDR_MC="盘锦别家公司", CF_XDR_SHXYM=""))
    source = write_xlsx(folder / "rows.xlsx", [LABELS, *rows])
    forks = Forks(environment)
    order = ("import_records", str(source), "--kind", "penalty", "--publish", "--json")
    made = Prepared(Place(template, forks), order, {})
    clean = made.copy("clean")
    clean.run(*order)
    made.expected = clean.dump()
    yield made
    forks.process.kill()
    forks.process.wait()


def _kill_and_compare(prepared: Prepared, seed: int) -> int:
    """Kill the import, then sweeps, at random points; let the last one through. Returns how many were killed."""
    dice = random.Random(seed)
    place = prepared.copy(f"killed-{seed}")
    killed = 0
    command: tuple[str, ...] = prepared.order
    for _ in range(dice.randint(1, 3)):
        process = place.start(*command)
        _wait_for(place, dice.choice((None, dice.randrange(ROWS))), dice.uniform(0, 0.15))
        os.kill(process, signal.SIGKILL)
        killed += place.forks.ask(wait=process) == -signal.SIGKILL
        if place.progress() is not None:
            command = ("sweep_imports",)
    place.run(*command)
    assert place.dump() == prepared.expected
    shutil.rmtree(place.folder)
    return killed


def _wait_for(place: Place, target: int | None, moment: float) -> None:
    """Until the run has committed so many decisions (``None``: not even for the run), and then a moment longer."""
    until = time.monotonic() + 60
    while target is not None and time.monotonic() < until:
        progress = place.progress()
        if progress is not None and progress >= target:
            break
        time.sleep(0.005)
    time.sleep(moment)


def test_the_clean_run_is_worth_comparing(prepared):
    assert len(prepared.expected["pages"]) == ROWS - ROWS // 10
    assert len(prepared.expected["waiting"]) == ROWS // 10


def test_killed_imports_end_as_a_clean_one(prepared):
    """A seeded tenth of the long count."""
    assert sum(_kill_and_compare(prepared, seed) for seed in range(6)) >= 4


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_killed_imports_end_as_a_clean_one_many_times(prepared):
    assert sum(_kill_and_compare(prepared, seed) for seed in range(6, 66)) >= 40
