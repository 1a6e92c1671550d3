"""A circuit breaker: after a failure the next questions go elsewhere at once, until a pause is over."""

import threading
import time
from collections.abc import Callable


class Breaker:
    """Open for ``pause`` seconds after each failure; then one question tries while the others still go elsewhere."""

    def __init__(self, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause, self._clock = pause, clock
        self._lock = threading.Lock()
        self._closed_again = 0.0
        self._trying = False

    def allows(self) -> bool:
        """May this question be asked?"""
        with self._lock:
            if not self._closed_again:
                return True
            if self._clock() < self._closed_again or self._trying:
                return False
            self._trying = True
            return True

    def succeeded(self) -> None:
        """It answered."""
        with self._lock:
            self._closed_again, self._trying = 0.0, False

    def failed(self) -> None:
        """It did not."""
        with self._lock:
            self._closed_again, self._trying = self._clock() + self._pause, False
