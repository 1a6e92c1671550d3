"""The circuit breaker on the way to a server: pybreaker, asked by several threads at once.

``CircuitBreaker.call`` lets one question through at a time; ``calling`` does not, but then lets all of them through
when it is half open. So one lock here says who tries; whoever does not get it goes elsewhere at once.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pybreaker import STATE_CLOSED, CircuitBreaker, CircuitBreakerError

from search.engines.base import EngineUnavailableError


class Breaker:
    """Open for ``pause`` seconds after a failure; then one question tries, and its success closes it.

    ``is_failure`` tells a server that is ill from a question that it would not answer: that one opens nothing.
    """

    def __init__(self, pause: float, is_failure: Callable[[BaseException], bool]) -> None:
        self._circuit = CircuitBreaker(
            fail_max=1,
            reset_timeout=pause,
            exclude=[lambda error: not is_failure(error)],
            throw_new_error_on_trip=False,
        )
        self._trial = threading.Lock()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Around one question; raises ``EngineUnavailableError`` at once while others should not be asked."""
        closed = self._circuit.current_state == STATE_CLOSED
        if not closed and not self._trial.acquire(blocking=False):
            raise EngineUnavailableError("paused after a failure, another question tries")
        try:
            with self._circuit.calling():
                yield
        except CircuitBreakerError as error:
            raise EngineUnavailableError("paused after a failure") from error
        finally:
            if not closed:
                self._trial.release()
