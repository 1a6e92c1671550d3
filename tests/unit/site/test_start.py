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

from gongshi import start
from gongshi.catalogues import compile_catalogues
from gongshi.restarts import Restarts
from gongshi.servers.places import free_port
from gongshi.start_secrets import NAMES, secrets_of
from gongshi.supervisor import Part, PartFailedError, Supervisor

SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path):
    path = tmp_path / "secrets.env"
    first = secrets_of(path)
    assert set(first) == set(NAMES)
    assert path.stat().st_mode & 0o777 == 0o600
    assert secrets_of(path) == first


@pytest.fixture
def quick(monkeypatch):
    """Pauses of a hundredth."""
    monkeypatch.setattr("gongshi.restarts._FIRST_PAUSE", 0.01)


def test_a_part_that_dies_again_and_again_is_given_up_with_its_log(tmp_path, quick):
    said: list[str] = []
    supervisor = Supervisor(tmp_path, {}, said.append)
    supervisor.start(Part("good", SLEEP))
    supervisor.start(Part("bad", (sys.executable, "-c", "raise SystemExit('no such table')")))
    good = supervisor.running["good"]
    try:
        with pytest.raises(PartFailedError, match=r"(?s)given up after 7 .*ended with code 1.*no such table"):
            supervisor.watch()
    finally:
        supervisor.stop()
    assert good.poll() is not None
    assert [line.splitlines()[-1] for line in said][-1] == "Starting bad again in 0.64 s (var/log/bad.log)"
    assert len(said) == 7


def test_a_worker_that_was_killed_is_started_again_and_the_others_live_on(tmp_path, quick):
    said: list[str] = []
    supervisor = Supervisor(tmp_path, {}, said.append)
    supervisor.start(Part("web", SLEEP))
    supervisor.start(Part("worker", SLEEP))
    web, worker = supervisor.running["web"], supervisor.running["worker"]
    worker.kill()
    worker.wait(10)
    try:
        assert supervisor.wait_for(lambda: supervisor.running["worker"] is not worker, 10)
        supervisor.check()
        assert supervisor.running["web"] is web
        assert said[0].startswith("worker ended with code -9:")
        web.kill()
        web.wait(10)
        with pytest.raises(PartFailedError, match="web ended with code -9"):
            supervisor.wait_for(lambda: False, 10)
    finally:
        supervisor.stop()


def test_pauses_double_and_a_long_life_is_forgiven(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("gongshi.restarts.time.monotonic", lambda: now[0])
    restarts, pauses = Restarts(), []
    restarts.begun()
    while restarts.allowed():
        pauses.append(restarts.ended())
        restarts.begun()
    assert pauses == [1, 2, 4, 8, 16, 32, 60]
    now[0] += 300
    assert restarts.allowed()
    assert restarts.ended() == 1


def test_what_is_waited_for_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("gongshi.supervisor.SAY_EVERY_SECONDS", 0.2)
    said: list[str] = []
    supervisor = Supervisor(tmp_path, {}, said.append)
    assert not supervisor.wait_for(lambda: False, 0.5, "the web server to answer")
    assert said[0].startswith("Waiting for the web server to answer (0 of at most")


def test_a_web_server_that_never_answers_is_a_failure_with_its_log(tmp_path, monkeypatch, capsys):
    silent = (sys.executable, "-c", "import time; print('loading', flush=True); time.sleep(60)")
    monkeypatch.setattr(start, "parts", lambda port: (Part("web", silent),))
    monkeypatch.setattr(start, "START_SECONDS", 1.5)
    supervisor = Supervisor(tmp_path, {})
    try:
        with pytest.raises(PartFailedError, match=r"(?s)did not answer within 1.5 seconds.*loading"):
            start._serve(supervisor, free_port())
    finally:
        supervisor.stop()


def test_web_is_the_last_to_stop(tmp_path):
    ends = (
        "import signal, sys, time\n"
        "def end(*_): time.sleep(float(sys.argv[1])); print(time.time(), flush=True); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end); print('up', flush=True); time.sleep(60)"
    )
    supervisor = Supervisor(tmp_path, {})
    for name, seconds in (("web", "0"), ("clock", "0.5"), ("beat", "0")):
        supervisor.start(Part(name, (sys.executable, "-c", ends, seconds)))
    assert supervisor.wait_for(lambda: all("up" in supervisor.tail(name) for name in supervisor.parts), 20)
    supervisor.stop()
    ended = {name: float(supervisor.tail(name).split()[-1]) for name in supervisor.parts}
    assert ended["beat"] <= ended["clock"] <= ended["web"]


def test_each_queue_has_a_worker_of_its_own():
    assert {part.name: part.arguments[part.arguments.index("--queues") + 1] for part in start.parts(8000)[1:3]} == {
        "clock": "clock",
        "worker": "bulk",
    }


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
