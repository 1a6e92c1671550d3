"""A part of the mutants that stands for the whole: each file gives by its size, at least one."""

import random
from collections import defaultdict
from collections.abc import Iterable
from math import ceil

from tests.tools.mutation.population import Mutant


def stratified(mutants: Iterable[Mutant], count: int, seed: str) -> list[Mutant]:
    """At least ``count`` mutants, as far as there are so many; the same for the same seed."""
    files: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        files[mutant.path].append(mutant)
    total = sum(map(len, files.values()))
    chance = random.Random(seed)
    return [
        mutant
        for path in sorted(files)
        for mutant in chance.sample(files[path], min(len(files[path]), ceil(count * len(files[path]) / total)))
    ]
