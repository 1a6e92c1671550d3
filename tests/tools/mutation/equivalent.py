"""Mutants that no test can catch, because they mean the same: listed by hand in ``equivalent.toml``, with a reason."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.tools.mutation.population import Mutant

LIST = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """``function`` as ``path:function``; ``was`` and ``now`` are the changed lines without indentation."""

    function: str
    was: str
    now: str
    reason: str

    @property
    def path(self) -> str:
        """The file."""
        return self.function.partition(":")[0]

    def is_of(self, mutant: Mutant) -> bool:
        """Whether it is this mutant; line numbers do not matter."""
        return (self.function, self.was, self.now) == (f"{mutant.path}:{mutant.function}", mutant.was, mutant.now)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A pattern of text that no test can see the change of, wherever it stands."""

    pattern: str
    reason: str

    def is_of(self, mutant: Mutant) -> bool:
        """Whether the mutant changes that text alone."""
        return re.sub(self.pattern, "", mutant.was) == re.sub(self.pattern, "", mutant.now)


def read() -> list[Equivalent]:
    """The list of single mutants."""
    return [Equivalent(**row) for row in tomllib.loads(LIST.read_text())["mutant"]]


def read_everywhere() -> list[Everywhere]:
    """The list of what means the same wherever it stands."""
    return [Everywhere(**row) for row in tomllib.loads(LIST.read_text())["everywhere"]]


def without(mutants: Iterable[Mutant], equivalents: Iterable[Equivalent]) -> tuple[list[Mutant], list[Equivalent]]:
    """The mutants that are not listed, and the lines of the list that no mutant has (any more)."""
    mutants, listed = list(mutants), list(equivalents)
    left = [mutant for mutant in mutants if not any(one.is_of(mutant) for one in listed)]
    return left, [one for one in listed if not any(one.is_of(mutant) for mutant in mutants)]
