"""Processes that can be killed, without waiting each time for Django to start: one loaded parent forks each of them.

Reads orders from standard input, one JSON object a line, and answers each with one line. ``{"run": argv, …}`` forks a
process that calls a management command (or dumps the database when ``run`` is ``["dump"]``) and answers its id;
``{"wait": id}`` answers its exit code.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import django


def main() -> None:
    """Serve orders until standard input ends."""
    django.setup()
    # Loaded here, shared by every fork.
    import importers.tasks  # noqa: F401
    import tests.factories.imports  # noqa: F401

    for line in sys.stdin:
        order = json.loads(line)
        answer = _wait(order["wait"]) if "wait" in order else _fork(order)
        print(answer, flush=True)


def _wait(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _fork(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        code = _work(order)
    finally:
        os._exit(code)


def _work(order: dict[str, Any]) -> int:
    """In the fork: the place's own database, folder and output."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    settings.VAR_DIR = Path(order["folder"])
    connections.settings["default"]["NAME"] = order["database"]
    with Path(order["output"]).open("w", encoding="utf-8") as output:
        os.dup2(output.fileno(), 1)
        if order["run"] == ["dump"]:
            from tests.factories.imports import canonical_dump

            json.dump(canonical_dump(), output, ensure_ascii=False, default=str, sort_keys=True)
            return 0
        try:
            call_command(*order["run"])
        except SystemExit as end:
            return int(end.code or 0)
    return 0


if __name__ == "__main__":
    main()
