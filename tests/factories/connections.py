"""Two transactions at once: the other one on a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connections, transaction


class Other(threading.Thread):
    """Begins, acts, and ends when told."""

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__()
        self.act, self.acted, self.end = act, threading.Event(), threading.Event()
        self.fault: BaseException | None = None

    def run(self) -> None:
        """What the thread does."""
        try:
            with transaction.atomic():
                self.act()
                self.acted.set()
                self.end.wait(20)
        except BaseException as error:
            self.fault = error
        finally:
            self.acted.set()
            connections.close_all()

    def begin(self) -> "Other":
        """Return when it has acted and not ended."""
        self.start()
        self.acted.wait(20)
        return self

    def commit(self) -> None:
        """Let it end; a fault of it is raised here."""
        self.end.set()
        self.join(20)
        if self.fault is not None:
            raise self.fault
