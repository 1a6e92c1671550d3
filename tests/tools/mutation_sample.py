"""Does a test notice when the code changes? A sample of small changes (mutants), each tried in a copy of the checkout.

    python tests/tools/mutation_sample.py [--count 200] [--seed TEXT] [--only PATTERN]

What is sampled, and which tests are tried, stands in ``pyproject.toml`` ([tool.mutmut]). The seed is the commit before
the last one, so that nobody chooses it. Prints each survivor with its place; exit code 1 below 95 %.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

from mutmut.configuration import config

from tests.tools.copies import ROOT, copied, pytest_in
from tests.tools.mutation import equivalent, texts
from tests.tools.mutation.judge import CAUGHT, ON_IMPORT, SURVIVED, Verdict
from tests.tools.mutation.population import Mutant, mutate
from tests.tools.mutation.sample import stratified

ENOUGH = 0.95
# No limit in time by the clock: the machine may be busy.
_PLUGIN = ("-p", "tests.tools.mutation.judge", "--timeout=0", "-m", "not postgresql and not soak and not shared_data")
_SQLITE = {"GONGSHI_TEST_DATABASE_URL": ""}  # a process that forks takes its database along


def main(arguments: list[str]) -> int:
    """Sample, try, tell; 0 when enough were caught."""
    asked = _asked(arguments)
    os.chdir(ROOT)  # where mutmut finds its settings
    start = time.monotonic()
    with copied("mutation-") as copy:
        population = {path: _mutate(path, copy, asked.only) for path in _settings()["source_paths"]}
        chosen = _choose(population, asked)
        verdicts = [verdict for path in chosen for verdict in _try(chosen[path], path, copy)]
    everyone = {mutant.name: mutant for mutants in chosen.values() for mutant in mutants}
    return _tell([(everyone[one.name], one) for one in verdicts], asked.seed, time.monotonic() - start)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=200, help="how many at least")
    parser.add_argument("--seed", default="", help="instead of the commit before the last one")
    parser.add_argument("--only", default="", help="the files to sample, as a regular expression")
    asked = parser.parse_args(arguments)
    asked.seed = asked.seed or _previous_commit()
    return asked


def _previous_commit() -> str:
    command = ["git", "rev-parse", "HEAD~1"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"]


def _mutate(source: str, copy: Path, only: str) -> list[Mutant]:
    """Put all mutants of a file or folder into the copy; which one is at work, its environment says."""
    whole = copy / source
    found = []
    for file in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
        path = file.relative_to(copy)
        if re.search(only, str(path)) and config().should_mutate(path) and _belongs(path, source):
            code, mutants = mutate(str(path), copy)
            file.write_text(code)
            found += mutants
    return found


def _belongs(path: Path, source: str) -> bool:
    """Whether no longer source path has the file."""
    return source == max((one for one in _settings()["source_paths"] if path.is_relative_to(one)), key=len)


def _choose(population: dict[str, list[Mutant]], asked: argparse.Namespace) -> dict[str, list[Mutant]]:
    everyone = [mutant for mutants in population.values() for mutant in mutants]
    listed = [one for one in equivalent.read() if re.search(asked.only, one.path)]
    left, stale = equivalent.without(everyone, listed)
    patterns = equivalent.read_everywhere()
    left = [mutant for mutant in left if not any(one.is_of(mutant) for one in patterns)]
    for one in stale:
        print(f"listed as equivalent, but gone: {one.function}: {one.now}")
    drawn = set(stratified(left, asked.count, asked.seed))
    left_out = len(everyone) - len(left)
    print(f"{len(everyone)} mutants, {left_out} equivalent, {len(drawn)} drawn by {asked.seed}", flush=True)
    return {path: [mutant for mutant in mutants if mutant in drawn] for path, mutants in population.items()}


def _try(mutants: list[Mutant], source: str, copy: Path) -> list[Verdict]:
    read = [Verdict(mutant.name, CAUGHT, texts.NOTICED_BY) for mutant in mutants if texts.unknown(mutant.texts)]
    tried = [mutant.name for mutant in mutants if not texts.unknown(mutant.texts)]
    return [*read, *(_judge(tried, source, copy) if tried else ())]


def _judge(mutants: list[str], source: str, copy: Path) -> list[Verdict]:
    tests = _settings()["caught_by"][source]
    names, out = copy / "names.txt", copy / "verdicts.txt"
    names.write_text("\n".join(mutants))
    done = pytest_in(copy, *_PLUGIN, "-s", f"--mutants={names}", f"--verdicts={out}", *tests, environment=_SQLITE)
    if done.returncode:
        raise RuntimeError(f"{source}: {done.stdout[-4000:]}")
    verdicts = [Verdict(**json.loads(line)) for line in out.read_text().splitlines()]
    return [_alone(one.name, tests, copy) if one.said == ON_IMPORT else one for one in verdicts]


def _alone(name: str, tests: list[str], copy: Path) -> Verdict:
    """The function has done its work on import: all tests in a process of its own."""
    done = pytest_in(copy, *_PLUGIN, *tests, environment={**_SQLITE, "MUTANT_UNDER_TEST": name})
    return Verdict(name, CAUGHT, "a process of its own") if done.returncode else Verdict(name, SURVIVED)


def _tell(tried: list[tuple[Mutant, Verdict]], seed: str, seconds: float) -> int:
    for mutant, verdict in tried:
        print(f"{verdict.said:9} {mutant.place} {mutant.function} {verdict.by.partition('[')[0]}")
    for mutant, _verdict in (one for one in tried if one[1].said == SURVIVED):
        print(f"\nsurvived  {mutant.place} {mutant.name}\n{mutant.diff}")
    said = Counter(verdict.said for _mutant, verdict in tried)
    share = 1 - said[SURVIVED] / len(tried)
    counts = ", ".join(f"{count} {word}" for word, count in said.most_common())
    print(f"\n{share:.1%} of {len(tried)} caught ({counts}); seed {seed}; {seconds / 60:.0f} min")
    return int(share < ENOUGH)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
