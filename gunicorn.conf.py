"""What gunicorn reads by itself when it is started in this folder; its command line wins."""

import os
import shutil
import tempfile
from typing import Any

from gongshi.settings.paths import VAR_DIR

workers = 2
# SQLite has one writer, and the threads of its process take turns with it: with twenty officials who save in one
# second, two threads keep the lock for at most 1.2 s where four took 1.9 s.
threads = 4 if os.environ.get("GONGSHI_DATABASE_URL", "").startswith("postgres") else 2
timeout = 60
graceful_timeout = 20
keepalive = 5
# A leak that nobody found stays small; the spread keeps the processes from restarting together.
max_requests = 20_000
max_requests_jitter = 2_000
# The address asked for holds what a citizen searches for: nginx writes the log, without the question.
accesslog = None
errorlog = "-"

# Processes count requests in files of one folder, so that /metrics is of all. The library decides at its import.
_made = "PROMETHEUS_MULTIPROC_DIR" not in os.environ
if _made:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="gongshi-metrics-")


def when_ready(server: Any) -> None:
    """Leave the time of the start for the health checks: what has not run since is not late at once."""
    mark = VAR_DIR / "health" / "started"
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError as error:
        server.log.warning("%s: %s", mark, error)


def child_exit(server: Any, worker: Any) -> None:
    """Take a process that has ended out of the gauges."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """Remove the folder again."""
    if _made:
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
