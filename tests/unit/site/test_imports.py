"""Imports stand at the top of a file, where the contracts of the floors see them."""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASES = ("site/gongshi", "accounts", "rules", "privacy", "pages", "search", "importers", "cases", "reviews")
OWN = {Path(base).name for base in BASES}
# Ways to a module or model that no contract sees.
HIDDEN = {"import_module", "get_model"}

STAYS = {
    # Django: ``ready()`` is where an app's parts may be imported.
    "pages/apps.py": 11, "search/apps.py": 2, "importers/apps.py": 2, "site/gongshi/apps.py": 2,
    # Seeds get the models of their migration.
    "pages/seeds/groups.py": 8, "pages/seeds/planting.py": 7, "pages/seeds/review.py": 6, "pages/migrating.py": 1,
    # Named by a setting, or found by walking a package.
    "search/engines/__init__.py": 3, "pages/kinds/registry.py": 2, "pages/explain/registry.py": 2,
    "pages/sample/__init__.py": 1, "pages/consistency/gather.py": 1, "site/gongshi/settings/document.py": 1,
}  # fmt: skip
# They hold a circle open and go with the floors; the list only shrinks.
GOES = {
    "pages/actions/reproject_later.py": 1,
    "pages/admin/forms/acts.py": 2,
    "pages/admin/forms/disclosure.py": 2,
    "pages/admin/forms/notice.py": 2,
    "pages/admin/forms/prefill.py": 1,
    "pages/admin/forms/window_rule.py": 2,
    "pages/admin/panels.py": 1,
    "pages/admin/privacy_panel.py": 2,
    "pages/consistency/base.py": 1,
    "pages/consistency/weights.py": 1,
    "pages/deadlines/calendar.py": 1,
    "pages/deadlines/engine.py": 2,
    "pages/facts.py": 1,
    "pages/kinds/base.py": 1,
    "pages/kinds/basis.py": 1,
    "pages/models/disclosure.py": 4,
    "pages/models/notices.py": 2,
    "pages/models/numbered.py": 1,
    "pages/models/review.py": 1,
    "pages/privacy/queue.py": 1,
    "pages/publication/draft.py": 2,
    "pages/publication/penalty.py": 1,
    "pages/publication/releases.py": 1,
    "pages/titles.py": 1,
    "pages/workflow.py": 1,
}


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
    assert {name: count for name, count in found.items() if count} == {**STAYS, **GOES}


def test_every_package_stands_in_the_floors():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = {name.strip() for layer in contract["contracts"][0]["layers"] for name in layer.split("|")}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {"gongshi"}
    assert floors == set(contract["root_packages"]) == packages - {"bench"}


# What is computed from values alone: anybody may recompute it, and a test needs no database.
PURE = ("rules", "privacy", "pages/draw", "pages/flowcharts")
STORED = ("django.db", "django.apps", "django.contrib", "wagtail", "pages.models")


@pytest.mark.parametrize("folder", PURE)
def test_what_is_computed_needs_no_database(folder):
    found = [
        (str(path.relative_to(ROOT)), module)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in _modules(node)
        if module.startswith(STORED)
    ]
    assert found == []


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
