"""A copy of the checkout, whose code a tool may change, and pytest inside it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = (".git", ".venv", "var", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis")


@contextmanager
def copied(prefix: str) -> Iterator[Path]:
    """The checkout in a temporary folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        yield copy


def pytest_in(
    copy: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run pytest on the copy's code, up to the first failure."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *arguments]
    paths = {"PYTHONPATH": f"{copy}:{copy / 'site'}"}
    return subprocess.run(
        command,
        cwd=copy,
        env={**os.environ, **(environment or {}), **paths},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
