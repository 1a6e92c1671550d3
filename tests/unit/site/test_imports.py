"""Imports stand at the top of a file, where the contracts of the floors see them."""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASES = (
    *("site/gongshi", "accounts", "rules", "privacy", "records", "pages"),
    *("search", "importers", "cases", "reviews", "samples"),
)
OWN = {Path(base).name for base in BASES}
# Ways to a module or model that no contract sees.
HIDDEN = {"import_module", "get_model"}

# Each with its reason; the list only shrinks.
STAYS = {
    # Django: ``ready()`` is where an app's parts may be imported.
    "pages/apps.py": 9, "records/apps.py": 1, "privacy/apps.py": 1, "search/apps.py": 2, "importers/apps.py": 2,
    "site/gongshi/apps.py": 2,
    # Seeds get the models of their migration.
    "rules/seeds/planting.py": 1, "rules/seeds/rows.py": 2, "pages/seeds/groups.py": 8, "pages/seeds/review.py": 6,
    "rules/migrating.py": 1,
    # Named by a setting, or found by walking a folder.
    "search/engines/__init__.py": 3, "pages/kinds/__init__.py": 1, "pages/admin/attaching.py": 2,
    "site/gongshi/settings/document.py": 1,
    # Wagtail ships no types; and a class with slots cannot declare its fields.
    "pages/base/disclosure.py": 1, "records/types/decision_data.py": 1,
}  # fmt: skip


def hidden_imports(path: Path) -> Iterator[str]:
    """Own modules imported inside a function, asked for by name, or for type checking only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for one in node.body:
                yield from _own(one)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in HIDDEN:
                yield name
        elif isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
            yield node.id


def _own(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return  # counted by itself
    for child in ast.iter_child_nodes(node):
        yield from _own(child)
    yield from (name for name in _modules(node) if name.split(".")[0] in OWN)


def test_no_import_hides():
    files = (path for base in BASES for path in sorted((ROOT / base).rglob("*.py")) if "migrations" not in path.parts)
    found = Counter({str(path.relative_to(ROOT)): sum(1 for _ in hidden_imports(path)) for path in files})
    assert {name: count for name, count in found.items() if count} == STAYS


def test_every_package_stands_in_the_floors():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = {name.strip() for layer in contract["contracts"][0]["layers"] for name in layer.split("|")}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {"gongshi"}
    assert floors == set(contract["root_packages"]) == packages - {"bench"}


# What is computed from values alone: anybody may recompute it, and a test needs no database.
PURE = (
    *("rules/*.py", "rules/consistency", "rules/deadlines"),
    *("privacy/detection", "privacy/masking.py", "privacy/crypto.py", "privacy/files/extraction.py"),
    *("pages/lottery", "pages/flowcharts"),
)
# Of these folders' own files: Django's entry, and how the first tables are made.
NOT_PURE = {"rules/apps.py", "rules/migrating.py"}
STORED = ("django.db", "django.apps", "django.contrib", "wagtail", "rules.models", "pages.models")


@pytest.mark.parametrize("folder", PURE)
def test_what_is_computed_needs_no_database(folder):
    found = [
        (str(path.relative_to(ROOT)), module)
        for path in files_of(folder)
        if str(path.relative_to(ROOT)) not in NOT_PURE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in _modules(node)
        if module.startswith(STORED)
    ]
    assert found == []


def files_of(place: str) -> list[Path]:
    """The Python files of a folder with all below it, of a pattern, or the one file."""
    return sorted((ROOT / place).rglob("*.py")) if (ROOT / place).is_dir() else sorted(ROOT.glob(place))


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
