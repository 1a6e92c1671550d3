"""Run several programs as one: started together, stopped together, none left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

STOP_SECONDS = 25


class PartFailedError(RuntimeError):
    """A program ended by itself; the message holds the end of its log."""


@dataclass(frozen=True)
class Part:
    """One program: its name (also of its log) and its command line."""

    name: str
    arguments: Sequence[str]


class Supervisor:
    """Starts parts with their output in ``<logs>/<name>.log`` and watches them until a signal or a failure."""

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        self.logs = logs
        self.environment = {**environment, **os.environ}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = False
        logs.mkdir(parents=True, exist_ok=True)

    def heed_signals(self) -> None:
        """Let Ctrl-C, TERM and a closed terminal end the watch; a second signal changes nothing."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def start(self, part: Part) -> None:
        """Start a part in a session of its own: a Ctrl-C reaches it only as our TERM, so that it ends in order."""
        with (self.logs / f"{part.name}.log").open("wb") as log:
            self.running[part.name] = subprocess.Popen(
                list(part.arguments),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_for(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Watch until ``ready`` says yes; False after a signal or when the time is over.

        Raises PartFailedError when a part ends meanwhile.
        """
        end = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < end:
            self.check()
            if ready():
                return True
            time.sleep(0.1)
        return False

    def watch(self) -> None:
        """Watch until a signal. Raises PartFailedError when a part ends by itself."""
        while not self.stopping:
            self.check()
            time.sleep(0.3)

    def check(self) -> None:
        """Raise PartFailedError when a part has ended."""
        for name, process in self.running.items():
            if process.poll() is not None:
                tail = (self.logs / f"{name}.log").read_text(errors="replace").splitlines()[-20:]
                raise PartFailedError("\n".join([f"{name} ended with code {process.returncode}:", *tail]))

    def stop(self) -> None:
        """Ask all parts to end, wait, and kill with their children those that do not."""
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        end = time.monotonic() + STOP_SECONDS
        for process in self.running.values():
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.running.clear()
