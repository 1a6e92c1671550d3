"""One server process: started, awaited, stopped."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class ServerError(RuntimeError):
    """A server could not be had; the message says what to do."""


@dataclass
class Server:
    """A running server: its ``url`` for clients and the folder of its data."""

    name: str
    url: str
    process: subprocess.Popen[bytes]
    folder: Path
    temporary: bool

    def stop(self) -> None:
        """End the server with TERM, after 20 seconds with KILL; remove a temporary data folder."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)


def launch(
    arguments: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    user: Mapping[str, Any] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a program in its own session (a Ctrl-C in the terminal is ours to pass on), its output in ``out.log``."""
    with (folder / "out.log").open("ab") as log:
        return subprocess.Popen(
            list(arguments),
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **(user or {}),
        )


def await_ready(server: Server, ready: Callable[[], bool], seconds: float) -> Server:
    """Wait until ``ready`` says yes; else stop the server and raise ServerError with the end of its output."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.process.poll() is None:
        with contextlib.suppress(OSError):
            if ready():
                return server
        time.sleep(0.1)
    log = server.folder / "out.log"
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
    server.stop()
    raise ServerError(f"{server.name} did not start within {seconds:.0f} s:\n{tail}")
