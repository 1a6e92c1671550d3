"""The draw itself: hashes put objects and officers in an order that nobody could choose."""

from collections import Counter

from pages.lottery.facts import DrawnObject, RosterObject, Task
from pages.lottery.fit import may_inspect
from pages.lottery.problems import LotteryError, find_problems
from pages.lottery.seal import check_seed, digest


def run(task: Task, seed: str) -> list[DrawnObject]:
    """The drawn objects in their order with their officers; the same input gives the same answer for ever.

    Raises ``LotteryError`` with every problem when the task cannot be drawn, ``ValueError`` for a malformed seed.
    """
    check_seed(seed)
    problems = find_problems(task)
    if problems:
        raise LotteryError(problems)
    load: Counter[str] = Counter()
    conflicts = frozenset(task.conflicts)
    drawn = []
    for one in rank_objects(task, seed)[: task.rules.number]:
        fitting = [officer.id for officer in task.officers if may_inspect(officer, one, task.rules, conflicts)]
        queue = sorted((load[name], officer_digest(seed, one.id, name), name) for name in fitting)
        chosen = tuple(name for _load, _digest, name in queue[: task.rules.officers_per_object])
        load.update(chosen)
        drawn.append(DrawnObject(one.id, chosen))
    return drawn


def rank_objects(task: Task, seed: str) -> list[RosterObject]:
    """All objects; the smallest ticket comes first."""
    return sorted(task.objects, key=lambda one: (object_digest(seed, one), one.id))


def object_digest(seed: str, one: RosterObject) -> str:
    """The smallest of an object's tickets: with n tickets it is n times as likely to be the first of all."""
    return min(digest(f"{seed}|object|{one.id}|{ticket}".encode()) for ticket in range(1, one.weight + 1))


def officer_digest(seed: str, to: str, officer: str) -> str:
    """An officer's place in the order for one object."""
    return digest(f"{seed}|officer|{to}|{officer}".encode())
