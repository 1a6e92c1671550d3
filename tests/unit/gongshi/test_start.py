"""What ``./run`` is made of: secrets, catalogues, programs that end together."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import polib
import pytest

from gongshi.catalogues import compile_catalogues
from gongshi.start_secrets import NAMES, secrets_of
from gongshi.supervisor import Part, PartFailedError, Supervisor

SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path):
    path = tmp_path / "secrets.env"
    first = secrets_of(path)
    assert set(first) == set(NAMES)
    assert path.stat().st_mode & 0o777 == 0o600
    assert secrets_of(path) == first


def test_a_part_that_dies_stops_the_others_and_shows_its_log(tmp_path):
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(Part("good", SLEEP))
    supervisor.start(Part("bad", (sys.executable, "-c", "raise SystemExit('no such table')")))
    good = supervisor.running["good"]
    try:
        with pytest.raises(PartFailedError, match="no such table"):
            supervisor.watch()
    finally:
        supervisor.stop()
    assert good.poll() is not None


def test_a_part_that_does_not_heed_term_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr("gongshi.supervisor.STOP_SECONDS", 0.5)
    supervisor = Supervisor(tmp_path, {})
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    supervisor.start(Part("deaf", (sys.executable, "-c", deaf)))
    log = tmp_path / "deaf.log"
    assert supervisor.wait_for(lambda: "deaf" in log.read_text(), 10)
    process = supervisor.running["deaf"]
    supervisor.stop()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_parent_and_parts(tmp_path, number):
    code = f"""
        from pathlib import Path
        from gongshi.supervisor import Part, Supervisor
        supervisor = Supervisor(Path({str(tmp_path)!r}), {{}})
        supervisor.heed_signals()
        supervisor.start(Part("part", {SLEEP!r}))
        print(supervisor.running["part"].pid, flush=True)
        supervisor.watch()
        supervisor.stop()
    """
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True)
    part = int(parent.stdout.readline())
    parent.send_signal(number)
    assert parent.wait(10) == 0
    assert not _alive(part)


def _alive(process: int) -> bool:
    for _ in range(20):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def test_a_catalogue_is_compiled_when_it_changed(tmp_path):
    source = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="Search", msgstr="搜索"))
    catalogue.save(str(source))
    assert compile_catalogues(tmp_path) == [source.with_suffix(".mo")]
    assert compile_catalogues(tmp_path) == []
    assert polib.mofile(str(source.with_suffix(".mo"))).find("Search").msgstr == "搜索"
    os.utime(source, (time.time() + 5, time.time() + 5))
    assert compile_catalogues(tmp_path) == [Path(source).with_suffix(".mo")]
