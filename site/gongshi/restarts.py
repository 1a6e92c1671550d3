"""When a program that ended by itself is started again, and when that is given up."""

import time

#: Starts again in a row. With the pauses below they last a good two minutes.
GIVE_UP_AFTER = 7
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
#: A program that ran this long is taken as mended: its next end is its first.
_WELL_AFTER_SECONDS = 300.0


class Restarts:
    """The starts of one program. Pauses double: 1, 2, 4, … 60 seconds."""

    def __init__(self) -> None:
        self.count = 0
        self.began = 0.0
        self.due: float | None = None

    def begun(self) -> None:
        """It has been started."""
        self.began, self.due = time.monotonic(), None

    def allowed(self) -> bool:
        """Whether it may be started again."""
        if time.monotonic() - self.began >= _WELL_AFTER_SECONDS:
            self.count = 0
        return self.count < GIVE_UP_AFTER

    def ended(self) -> float:
        """It has ended; returns the seconds until its next start."""
        pause = min(_FIRST_PAUSE * 2**self.count, _LONGEST_PAUSE)
        self.count += 1
        self.due = time.monotonic() + pause
        return pause
