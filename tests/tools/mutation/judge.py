"""A pytest plugin that tries mutants: the tests are collected once, each mutant has a child of that process.

``-p tests.tools.mutation.judge --mutants=FILE --verdicts=FILE``: names in, one JSON object a line out. mutmut's own
runner starts pytest anew for each mutant, and counts no call that a cache (``lru_cache``) answers.
"""

import gc
import json
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import _lru_cache_wrapper
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from mutmut.mutation import trampoline

CAUGHT, SLOW, SURVIVED, ON_IMPORT = "caught", "timed out", "survived", "on import"
# Seconds of the processor, since others use the machine too: some, and several times what the tests take unchanged.
_LEAST_SECONDS, _PATIENCE = 10, 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant, and the test that says so."""

    name: str
    said: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A test without any mutant: the time it takes of the processor, and the functions it calls."""

    seconds: float
    called: frozenset[str]


_called: set[str] = set()  # functions with mutants, since it was emptied last


def pytest_addoption(parser: pytest.Parser) -> None:
    """Names of mutants in, verdicts out. Counts the calls from before the first import of the project."""
    parser.addoption("--mutants", type=Path)
    parser.addoption("--verdicts", type=Path)
    if "MUTANT_UNDER_TEST" not in os.environ:
        trampoline.record_trampoline_hit = lambda name, caller=None: _called.add(name)
        _switch("stats")


def pytest_configure(config: pytest.Config) -> None:
    """Property tests try the same examples for each mutant, and look for no simpler one."""
    phases = [Phase.explicit, Phase.generate]
    settings.register_profile("mutation", phases=phases, derandomize=True, database=None, deadline=None)
    settings.load_profile("mutation")
    config.pluginmanager.register(_Failures(), "failures")


class _Failures:
    """The tests that failed in this process."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.names.append(report.nodeid)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Try every mutant of the list instead of running the tests."""
    file: Path | None = session.config.getoption("mutants")
    if file is None:
        return None
    on_import = frozenset(_called)
    _make_database(session)
    items = {item.nodeid: item for item in session.items}
    caches = [one for one in gc.get_objects() if type(one) is _lru_cache_wrapper]  # asking wakes no lazy object
    for cache in caches:
        cache.cache_clear()
    trials = _in_child(lambda: _tried(session.items, caches), None)
    if not isinstance(trials, dict):
        pytest.exit(f"fails without a mutant: {trials}", 2)
    kills: Counter[str] = Counter()
    with session.config.getoption("verdicts").open("w") as out:
        for name in file.read_text().split():
            verdict = _judge(name, items, trials, kills)
            if verdict.said == SURVIVED and name.rpartition("__mutmut_")[0] in on_import:
                verdict = Verdict(name, ON_IMPORT)
            kills[verdict.by] += 1
            out.write(json.dumps(asdict(verdict)) + "\n")
            sys.stderr.write(f"{verdict.said:9} {name}\n")
    return True


def _make_database(session: pytest.Session) -> None:
    """Let one test make the test database, in this process' memory: each child has a copy of its own."""
    first = next((item for item in session.items if "django_db_setup" in getattr(item, "fixturenames", ())), None)
    if first is not None:
        first.ihook.pytest_runtest_protocol(item=first, nextitem=session)


def _tried(items: list[pytest.Item], caches: list[Any]) -> dict[str, Trial] | str:
    """Each test without a mutant; the name of the first that fails."""
    trials: dict[str, Trial] = {}
    _called.clear()
    start = time.process_time()
    for test, failed in _run(items):
        if failed:
            return test
        trials[test] = Trial(time.process_time() - start, frozenset(_called))
        # What a cache answers, no function is called for.
        for cache in caches:
            cache.cache_clear()
        _called.clear()
        start = time.process_time()
    return trials


def _switch(name: str) -> None:
    """Put a mutant to work, or mutmut's count of calls. mutmut itself would look into the environment at each call."""
    trampoline.get_mutant_under_test = lambda: name


def _judge(name: str, items: dict[str, pytest.Item], trials: dict[str, Trial], kills: Counter[str]) -> Verdict:
    """The tests that call the mutated function: those first that caught others, then the quickest.

    Those that empty the tables come last; the others find their rows no more.
    """
    function = name.rpartition("__mutmut_")[0]
    tests = sorted(
        (test for test, trial in trials.items() if function in trial.called),
        key=lambda test: (_empties(items[test]), -kills[test], trials[test].seconds),
    )
    if not tests:
        return Verdict(name, SURVIVED)
    seconds = _LEAST_SECONDS + _PATIENCE * sum(trials[test].seconds for test in tests)

    def act() -> str:
        _switch(name)
        return next((test for test, failed in _run([items[test] for test in tests]) if failed), "")

    by = _in_child(act, seconds)
    if by is None:
        return Verdict(name, SLOW)
    return Verdict(name, CAUGHT, by) if by else Verdict(name, SURVIVED)


def _empties(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    return mark is not None and mark.kwargs.get("transaction", False)


def _run(items: list[pytest.Item]) -> Iterator[tuple[str, bool]]:
    """Run tests; the name of each, and whether it failed."""
    # With none to follow, what is shared (the database) would be taken down: the process ends instead.
    for item, following in zip(items, [*items[1:], *items[-1:]], strict=True):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        yield item.nodeid, bool(item.config.pluginmanager.get_plugin("failures").names)


def _in_child(act: Callable[[], Any], seconds: float | None) -> Any:
    """What an act gives in a child of this process; None when it takes more time."""
    forking = multiprocessing.get_context("fork")
    receive, send = forking.Pipe(duplex=False)
    child = forking.Process(target=_quietly, args=(act, seconds, send))
    child.start()
    send.close()
    try:
        answer = receive.recv()
    except EOFError:
        answer = "the process died"
    child.join()
    if isinstance(answer, Exception):
        raise answer
    return None if child.exitcode == -signal.SIGXCPU else answer


def _quietly(act: Callable[[], Any], seconds: float | None, send: Any) -> None:
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (ceil(seconds), ceil(seconds) + 10))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        send.send(act())
    except Exception as error:
        send.send(error)
