"""The line of those who write: file locks beside the database, so that processes stand in it too.

Two locks: ``next`` is held by who is at the head of the line, ``writer`` by who writes. A writer that comes back must
first become the head, which whoever waits at the head is until it writes. The system frees the locks of a process that
dies. The line is courtesy: SQLite's own lock guards the data.
"""

import fcntl
import logging
import os
import time
from pathlib import Path

from gongshi.sqlite.doing import doing

logger = logging.getLogger(__name__)

_LOOK_SECONDS = 0.004
_LOOK_SECONDS_AT_THE_HEAD = 0.001
#: Held longer than this, the lock keeps people waiting: the log names who held it.
LONG_SECONDS = 1.0


class WaitedTooLongError(Exception):
    """The lock was not free in time; the message names who holds it."""


class WritersLine:
    """One connection's place in the line of a database file."""

    def __init__(self, database: Path) -> None:
        self._paths = [database.with_name(f"{database.name}-{name}") for name in ("next", "writer")]
        self._files: list[int] = []
        self._process = 0
        self._since = 0.0
        self.held = False

    def enter(self, seconds: float) -> None:
        """Wait for one's turn to write. Raises ``WaitedTooLongError``."""
        self._open()
        head, writer = self._files
        began = time.monotonic()
        end = began + seconds
        self._wait(head, end, _LOOK_SECONDS)
        try:
            self._wait(writer, end, _LOOK_SECONDS_AT_THE_HEAD)
        finally:
            fcntl.flock(head, fcntl.LOCK_UN)
        self.held, self._since = True, time.monotonic()
        if self._since - began > LONG_SECONDS:
            logger.warning("%s waited %.1f s to write", doing(), self._since - began)
        os.ftruncate(writer, 0)
        os.pwrite(writer, f"{doing()}, since {time.strftime('%H:%M:%S')}".encode(), 0)

    def leave(self) -> None:
        """Let the next one write."""
        if not self.held:
            return
        self.held = False
        spent = time.monotonic() - self._since
        if spent > LONG_SECONDS and self._somebody_waits():
            logger.warning("The database's write lock was held for %.1f s by %s; others waited", spent, doing())
        fcntl.flock(self._files[1], fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave, and close the files."""
        self.leave()
        if self._process == os.getpid():
            for file in self._files:
                os.close(file)
        self._files, self._process = [], 0

    def _open(self) -> None:
        """A forked process needs files of its own: locks of an inherited one are its parent's too."""
        if self._process != os.getpid():
            self._files = [os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600) for path in self._paths]
            self._process = os.getpid()

    def _somebody_waits(self) -> bool:
        """Whether the head of the line is taken."""
        try:
            fcntl.flock(self._files[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        fcntl.flock(self._files[0], fcntl.LOCK_UN)
        return False

    def _wait(self, file: int, end: float, pause: float) -> None:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise WaitedTooLongError(f"locked by {self._holder()}") from None
                time.sleep(pause)

    def _holder(self) -> str:
        return os.pread(self._files[1], 300, 0).decode(errors="replace") or "somebody unknown"
