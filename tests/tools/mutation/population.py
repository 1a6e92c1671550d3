"""All mutants of a source file, as mutmut makes them, each with the line that it changes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import zip_longest
from pathlib import Path

from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name, orig_function_and_class_names_from_key

from tests.tools.mutation.texts import marked


@dataclass(frozen=True, slots=True)
class Mutant:
    """``name`` is mutmut's; ``was`` and ``now`` are the changed lines without indentation.

    ``texts`` are those that it marks for translation and the source does not.
    """

    name: str
    path: str
    function: str
    line: int
    was: str
    now: str
    diff: str
    texts: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        """Where it is, for a reader and an editor."""
        return f"{self.path}:{self.line}"


def mutate(path: str, root: Path) -> tuple[str, list[Mutant]]:
    """The code that holds all mutants of a file, and a list of them. Decorated functions have none."""
    source = (root / path).read_text()
    made = mutate_file_contents(path, source)
    places = dict(_places(ast.parse(source)))
    return made.code, [_mutant(path, name, made, places) for name in made.mutant_names]


def _places(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """(function or class.method, line of its ``def``)."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            yield from ((f"{node.name}.{one.name}", one.lineno) for one in methods)
        elif isinstance(node, ast.FunctionDef):
            yield node.name, node.lineno


def _mutant(path: str, made_name: str, made: MutatedFile, places: dict[str, int]) -> Mutant:
    name = get_mutant_name(Path(path), made_name)
    function, owner = orig_function_and_class_names_from_key(name)
    whole = f"{owner}.{function}" if owner else function
    original = made_name.rpartition("__mutmut_")[0] + "__mutmut_orig"
    old, new = (_lines(made, one, function) for one in (original, made_name))
    changes = list(unified_diff(old, new, path, path, lineterm="", n=1))
    # The last case of a match may be gone: then it has fewer lines, and no other.
    first = next(place for place, (a, b) in enumerate(zip_longest(old, new)) if a != b)
    start = next(place for place, line in enumerate(old) if line.lstrip().startswith("def "))
    was, now = (" ".join(line[1:].strip() for line in changes[2:] if line[0] == sign) for sign in "-+")
    line = places[whole] + first - start
    texts = marked("\n".join(new)) - marked("\n".join(old))
    return Mutant(name, path, whole, line, was, now, "\n".join(changes[3:]), texts)


def _lines(made: MutatedFile, name: str, function: str) -> list[str]:
    """A function of the made code under the name that it has in the source."""
    span = made.line_span_by_function_name[name]
    text = "\n".join(made.code.split("\n")[span.start - 1 : span.end])
    return text.replace(f"def {name}(", f"def {function}(").split("\n")
