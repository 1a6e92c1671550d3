"""Run several programs as one: started together, kept running, stopped together, none left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from gongshi.restarts import GIVE_UP_AFTER, Restarts

STOP_SECONDS = 20
SAY_EVERY_SECONDS = 10


class PartFailedError(RuntimeError):
    """A program ended by itself, or does not begin to work; the message holds the end of its log."""


@dataclass(frozen=True)
class Part:
    """One program: its name (also of its log) and its command line."""

    name: str
    arguments: Sequence[str]


class Supervisor:
    """Keeps parts running, with their output in ``<logs>/<name>.log``, until a signal.

    A part that ends by itself is started again, later each time (``Restarts``); what happens is told to ``say``.
    The part started first is the last to stop: web goes on answering until nothing writes behind it any more.
    """

    def __init__(self, logs: Path, environment: Mapping[str, str], say: Callable[[str], None] = print) -> None:
        self.logs = logs
        self.environment = {**environment, **os.environ}
        self.say = say
        self.parts: dict[str, Part] = {}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.restarts: dict[str, Restarts] = {}
        self.stopping = False
        logs.mkdir(parents=True, exist_ok=True)

    def heed_signals(self) -> None:
        """Let Ctrl-C, TERM and a closed terminal end the watch; a second signal changes nothing."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def start(self, part: Part) -> None:
        """Start a part with an empty log."""
        self.parts[part.name], self.restarts[part.name] = part, Restarts()
        self._log_of(part.name).unlink(missing_ok=True)
        self._begin(part)

    def _begin(self, part: Part) -> None:
        """Start a part in a session of its own: a Ctrl-C reaches it only as our TERM, so that it ends in order."""
        with self._log_of(part.name).open("ab") as log:
            self.running[part.name] = subprocess.Popen(
                list(part.arguments),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.restarts[part.name].begun()

    def wait_for(self, ready: Callable[[], bool], seconds: float, what: str = "") -> bool:
        """Watch until ``ready`` says yes; False after a signal or when the time is over. Says what it waits for.

        Raises PartFailedError when the part started first ends meanwhile: it is what is waited for, and not mended by
        starting it again. The others are.
        """
        began = said = time.monotonic()
        while not self.stopping and time.monotonic() < began + seconds:
            self._keep_running(all_but_first=True)
            if ready():
                return True
            if what and time.monotonic() >= said + SAY_EVERY_SECONDS:
                said = time.monotonic()
                self.say(f"Waiting for {what} ({said - began:.0f} of at most {seconds:.0f} seconds)")
            time.sleep(0.1)
        return False

    def watch(self) -> None:
        """Keep all parts running until a signal. Raises PartFailedError when one ends again and again."""
        while not self.stopping:
            self._keep_running()
            time.sleep(0.3)

    def check(self) -> None:
        """Raise PartFailedError when a part has ended."""
        for part in self._ended():
            raise PartFailedError(self._account(part))

    def _keep_running(self, all_but_first: bool = False) -> None:
        first = next(iter(self.parts), None)
        for part in self._ended():
            if all_but_first and part.name == first:
                raise PartFailedError(self._account(part))
            self._start_again(part)

    def tail(self, name: str) -> str:
        """The end of a part's log."""
        return "\n".join(self._log_of(name).read_text(errors="replace").splitlines()[-20:])

    def _ended(self) -> Iterator[Part]:
        for name, process in list(self.running.items()):
            if process.poll() is not None:
                yield self.parts[name]

    def _start_again(self, part: Part) -> None:
        """Say that a part has ended, wait its pause without stopping to watch the others, start it again."""
        restarts = self.restarts[part.name]
        if restarts.due is None:
            # What it has left behind would do its work a second time beside the new one.
            _kill_all_of(self.running[part.name])
            if not restarts.allowed():
                raise PartFailedError(f"given up after {GIVE_UP_AFTER} starts again: {self._account(part)}")
            pause = restarts.ended()
            self.say(
                f"{self._account(part, lines=1)}\nStarting {part.name} again in {pause:g} s (var/log/{part.name}.log)"
            )
        elif time.monotonic() >= restarts.due:
            self._begin(part)

    def _account(self, part: Part, lines: int = 20) -> str:
        code = self.running[part.name].returncode
        return "\n".join([f"{part.name} ended with code {code}:", *self.tail(part.name).splitlines()[-lines:]])

    def _log_of(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def stop(self) -> None:
        """Ask all parts to end, the one started first when the others have, and kill those that do not."""
        running = list(self.running.values())
        _end(running[1:])
        _end(running[:1])
        self.running.clear()


def _end(processes: Sequence[subprocess.Popen[bytes] | None]) -> None:
    asked = [process for process in processes if process]
    for process in asked:
        if process.poll() is None:
            process.terminate()
    end = time.monotonic() + STOP_SECONDS
    for process in asked:
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            _kill_all_of(process)
            process.wait()


def _kill_all_of(process: subprocess.Popen[bytes]) -> None:
    """Kill a part's whole session, which may outlive its leader."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
