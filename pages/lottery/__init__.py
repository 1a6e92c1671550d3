"""The 双随机 draw: which objects are inspected and by whom, so that anyone can recompute it (law.md 7, 15).

Pure computing, without Django and without a clock. The exact rules stand in ``docs/features/inspection.md``, and
``tests/tools/redraw.py`` follows them without a line of this code.
"""

from pages.lottery.facts import Conflict, DrawnObject, Officer, RosterObject, Rules, Task
from pages.lottery.problems import LotteryError, Problem, find_problems
from pages.lottery.run import run
from pages.lottery.seal import canonical, commitment_of, number_to_draw, opens

__all__ = [
    "Conflict",
    "DrawnObject",
    "LotteryError",
    "Officer",
    "Problem",
    "RosterObject",
    "Rules",
    "Task",
    "canonical",
    "commitment_of",
    "find_problems",
    "number_to_draw",
    "opens",
    "run",
]
