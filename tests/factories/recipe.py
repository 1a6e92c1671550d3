"""What an empty database is made of: every file that decides what ``migrate`` leaves."""

import ast
import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from weakref import ReferenceType

import django
from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_migrate, pre_migrate

ROOT = Path(settings.ROOT)


def key(database: str) -> str:
    """A name that changes with any of the files, with Django, with Python and with the version of the database."""
    made = hashlib.sha256(f"{database} {django.get_version()} {sys.version}".encode())
    for path in sorted(files()):
        made.update(f"{path}\n".encode().replace(f"{ROOT}/".encode(), b""))
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


@cache
def files() -> set[Path]:
    """Migrations of all apps, what acts before and after them, what of ours both import, and the settings."""
    migrations = {path for app in apps.get_app_configs() for path in Path(app.path, "migrations").glob("*.py")}
    acting = migrations | {Path(str(inspect.getsourcefile(receiver))) for receiver in _around_migrate()}
    return with_imports(acting, (ROOT, ROOT / "site")) | set((ROOT / "site/gongshi/settings").glob("*.py"))


def _around_migrate() -> Iterator[Callable[..., None]]:
    """Receivers of Django's two signals: some make what is missing only, and would leave what is old in a copy."""
    for signal in (pre_migrate, post_migrate):
        for _key, receiver, *_rest in signal.receivers:
            live = receiver() if isinstance(receiver, ReferenceType) else receiver
            if live is not None:
                yield live


def with_imports(paths: set[Path], roots: tuple[Path, ...]) -> set[Path]:
    """Files and whatever they import below the roots.

    Models are named and not followed: a migration holds its own, and the live ones lead everywhere. Other packages
    import nothing of ours.
    """
    found: set[Path] = set()
    ahead = list(paths)
    while ahead:
        path = ahead.pop()
        if path in found:
            continue
        found.add(path)
        if "models" not in {path.stem, path.parent.name} and "site-packages" not in path.parts:
            ahead.extend(file for name in _imported(path) for file in _files_of(name, roots))
    return found


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # What is taken from a package may be a module of it.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _files_of(name: str, roots: tuple[Path, ...]) -> Iterator[Path]:
    """A module's file and those of the packages around it: they run first."""
    parts = name.split(".")
    for root in roots:
        for length in range(1, len(parts) + 1):
            place = root.joinpath(*parts[:length])
            yield from (file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file())
