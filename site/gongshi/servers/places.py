"""Where servers keep their programs and data, and as whom they run."""

import os
import pwd
import shutil
import socket
import tempfile
from pathlib import Path
from typing import Any

from gongshi.servers.process import ServerError
from gongshi.settings import env

_cache = env.text(
    "GONGSHI_CACHE_DIR",
    "",
    "folder of fetched server programs and of the tests' migrated databases; "
    "empty: ~/.cache/gongshi, for root /var/cache/gongshi",
)
CACHE_DIR = Path(_cache) if _cache else None

# PostgreSQL and Elasticsearch refuse to run as root, so root hands them to this user, which every system has.
SERVICE_USER = "nobody"


def is_root() -> bool:
    """Whether this process may become another user."""
    return os.geteuid() == 0


def run_as() -> dict[str, Any]:
    """Arguments for ``subprocess.Popen`` that drop root; none for everybody else."""
    if not is_root():
        return {}
    account = pwd.getpwnam(SERVICE_USER)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def cache_folder() -> Path:
    """Folder of what is fetched or made once, outside every work tree and readable for the servers' user."""
    # Root's home is closed to the user the servers run as.
    folder = CACHE_DIR or (Path("/var/cache/gongshi") if is_root() else Path.home() / ".cache" / "gongshi")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def private_folder(wanted: Path | None = None) -> Path:
    """A folder only the servers' user may read: ``wanted``, or a new temporary one.

    Raises ServerError when a parent of ``wanted`` is closed to that user.
    """
    folder = wanted.resolve() if wanted else Path(tempfile.mkdtemp(prefix="gongshi-server-"))
    folder.mkdir(parents=True, exist_ok=True)
    if is_root():
        closed = [parent for parent in folder.parents if not parent.stat().st_mode & 0o001]
        if closed:
            raise ServerError(f"{closed[0]} is closed to the user {SERVICE_USER}; move the project or open it")
    own(folder)
    folder.chmod(0o700)
    return folder


def own(folder: Path) -> None:
    """Give a folder and all in it to the servers' user."""
    if not is_root():
        return
    account = pwd.getpwnam(SERVICE_USER)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid)


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str, package: str, *folders: str) -> str:
    """Path of a program, searched on PATH and in ``folders`` (newest name first).

    Raises ServerError naming the Debian package that holds it.
    """
    candidates = [found for pattern in folders for found in sorted(Path("/").glob(f"{pattern}/{name}"), reverse=True)]
    found = str(candidates[0]) if candidates else shutil.which(name)
    if not found:
        raise ServerError(f"{name} is missing: apt-get install {package}")
    return found
