"""How fast the public search page answers: on Elasticsearch against the bare query, and on both database engines.

Each database is measured in a process of its own (``bench.search_engine``), because Django knows one at a time.
"""

import json
import subprocess
import sys
from typing import Any

from bench.runner import arguments, note, report

PARTS = ("postgres", "sqlite")


def main() -> None:
    """Measure PostgreSQL with Elasticsearch, then SQLite."""
    options = arguments("search", 100_000)
    figures: dict[str, Any] = {"rows": options.rows}
    for part in PARTS:
        note(f"{part}: filling and asking")
        command = [sys.executable, "-m", "bench.search_engine", part, str(options.rows), str(options.repeat)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        figures |= json.loads(done.stdout.splitlines()[-1])
    report(figures, options.json)


if __name__ == "__main__":
    main()
