"""Sideways parts of ways between two layers: each on a track of its own where it would meet another."""

from dataclasses import dataclass

from pages.flowcharts.graph import Edge

TRACK = 12.0
_APART = 8.0


@dataclass
class Run:
    """A sideways part in the gap above layer ``gap``, from ``begin`` to ``end`` (x).

    ``from_above``: it comes down into the gap at its begin; ``to_below``: it goes on down at its end.
    """

    edge: Edge
    gap: int
    begin: float
    end: float
    from_above: bool
    to_below: bool
    track: int = 0
    y: float = 0.0

    @property
    def is_straight(self) -> bool:
        """Whether it does not go sideways at all."""
        return abs(self.begin - self.end) < 0.01

    @property
    def span(self) -> tuple[float, float]:
        """From left to right."""
        return min(self.begin, self.end), max(self.begin, self.end)


def assign_tracks(runs: list[Run]) -> dict[int, int]:
    """Set the track of each run (0 is the uppermost); the number of tracks of each gap."""
    used: dict[int, int] = {}
    for gap in sorted({run.gap for run in runs}):
        here = [run for run in runs if run.gap == gap and not run.is_straight]
        placed: list[Run] = []
        for run in _in_order(here):
            over = [other.track + 1 for other in placed if _must_stand_over(other, run)]
            run.track = max(over, default=0)
            while any(other.track == run.track and _meet(other, run) for other in placed):
                run.track += 1
            placed.append(run)
        used[gap] = max((run.track + 1 for run in here), default=0)
    return used


def _in_order(runs: list[Run]) -> list[Run]:
    """Those that must stand over others first; in a circle the leftmost goes first."""
    left = sorted(runs, key=lambda run: run.span)
    found: list[Run] = []
    while left:
        free = next((run for run in left if not any(_must_stand_over(o, run) for o in left if o is not run)), left[0])
        left.remove(free)
        found.append(free)
    return found


def _must_stand_over(upper: Run, lower: Run) -> bool:
    """Where one comes down and another goes on down in the same column, the first must have turned off before."""
    return upper.from_above and lower.to_below and abs(upper.begin - lower.end) < _APART


def _meet(one: Run, other: Run) -> bool:
    """Whether they would lie on each other; ways to the same step may join."""
    if one.edge.target == other.edge.target and one.to_below and other.to_below:
        return False
    return one.span[0] - _APART < other.span[1] and other.span[0] - _APART < one.span[1]
