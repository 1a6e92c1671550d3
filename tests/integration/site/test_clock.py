"""While a long import goes on, what is due by the minute is done in time: real workers on the broker of files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from gongshi.servers.places import free_port
from gongshi.start import parts
from gongshi.supervisor import Supervisor
from tests.factories.migrated import sqlite_copy
from tests.tools.clock import JOBS, Watch, send, soak, write_permits

ROOT = Path(settings.ROOT)
SITE = "import django; django.setup(); from tests.factories.pages import make_site; make_site()"
ROWS = 4000
# What beat would send in a few minutes, at once.
TWINS = 6
BEAT = f"""
import django
django.setup()
from django.conf import settings
from gongshi.celery import app
for _minute in range({TWINS}):
    for job in {list(JOBS)!r}:
        entry = settings.CELERY_BEAT_SCHEDULE[job]
        app.send_task(entry["task"], **entry["options"])
"""


@pytest.fixture
def site(tmp_path):
    """A migrated, empty column and the workers that ``./run`` would start, as a supervisor."""
    supervisor = Supervisor(tmp_path / "var" / "log", {})
    supervisor.environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GONGSHI_")},
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
        "GONGSHI_VAR_DIR": str(tmp_path / "var"),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    sqlite_copy(tmp_path / "var" / "gongshi.sqlite3")
    subprocess.run([sys.executable, "-c", SITE], cwd=ROOT, env=supervisor.environment, check=True)
    yield supervisor
    supervisor.stop()


@pytest.mark.timeout(900)
def test_the_clock_goes_on_while_an_import_does(site, tmp_path):
    var = tmp_path / "var"
    # All wait in their queues, the import first, when the workers begin.
    send(write_permits(tmp_path / "permits.xlsx", ROWS), site.environment)
    subprocess.run([sys.executable, "-c", BEAT], cwd=ROOT, env=site.environment, check=True)
    for part in parts(0):
        if "worker" in part.arguments:
            site.start(part)
    watch = Watch(var / "gongshi.sqlite3")
    assert site.wait_for(lambda: watch.run()[0] == "done", 600), site.tail("worker")
    assert site.wait_for(lambda: set(watch.jobs()) >= set(JOBS), 60), watch.jobs()
    # With one worker for both queues nothing of the clock ends before the import.
    assert {job for job in JOBS if watch.ends[job][0] > watch.finished()} == set()
    assert site.wait_for(lambda: not list((var / "broker" / "queue").glob("*.msg")), 60)
    assert watch.published() == 1, "messages that waited together are one run"
    assert site.wait_for(lambda: "search.tasks.follow" in (var / "log" / "worker.log").read_text(), 60)
    assert (var / "log" / "worker.log").read_text().count("Task search.tasks.follow") <= 2, "one wake and its receipt"
    site.check()


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_for_half_an_hour_no_job_is_late(tmp_path):
    found = soak(tmp_path / "var", 1800, 5000, free_port())
    assert max(found["late"].values()) <= 90, found
    assert found["import"]["state"][1] > 0, found
    assert found["most_messages_waiting"] < 50, found
