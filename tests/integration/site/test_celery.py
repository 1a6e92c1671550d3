"""Web, worker and scheduler talk through the broker of files, and what runs by the clock exists."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from gongshi.celery import app
from gongshi.supervisor import Part, Supervisor

ROOT = Path(settings.ROOT)
PROGRAMS = Path(sys.executable).parent


def test_everything_on_the_clock_is_a_task_that_exists():
    app.loader.import_default_modules()
    assert {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} <= set(app.tasks)


@pytest.mark.parametrize("broker", ["files", "redis"])
def test_a_task_sent_by_one_process_is_done_by_another(tmp_path, request, broker):
    var = tmp_path / "var"
    variables = {
        "GONGSHI_VAR_DIR": str(var),
        "GONGSHI_BROKER_URL": request.getfixturevalue("redis_url") if broker == "redis" else "",
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GONGSHI_")}
    supervisor = Supervisor(tmp_path, {})
    supervisor.environment = {**environment, **variables}
    supervisor.start(Part("worker", [str(PROGRAMS / "celery"), "-A", "gongshi", "worker", "-c", "1", "-l", "INFO"]))
    log = tmp_path / "worker.log"
    try:
        assert supervisor.wait_for(lambda: " ready." in log.read_text(), 60)
        send = "from gongshi.celery import app; app.send_task('gongshi.ping')"
        subprocess.run([sys.executable, "-c", send], env=supervisor.environment, check=True, cwd=ROOT)
        assert supervisor.wait_for(lambda: "gongshi.ping" in log.read_text() and "succeeded" in log.read_text(), 30)
    finally:
        supervisor.stop()


def test_beat_keeps_its_schedule_in_var(tmp_path):
    variables = {"GONGSHI_VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev"}
    supervisor = Supervisor(tmp_path / "log", {})
    supervisor.environment.update(variables)
    supervisor.start(Part("beat", [str(PROGRAMS / "celery"), "-A", "gongshi", "beat"]))
    before = set(ROOT.iterdir())
    try:
        assert supervisor.wait_for(lambda: any((tmp_path / "beat").glob("schedule*")), 30)
        time.sleep(0.5)
        supervisor.check()
    finally:
        supervisor.stop()
    assert set(ROOT.iterdir()) == before
