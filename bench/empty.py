"""The processor time of an empty database (SQLite), beside a bare Wagtail project with the same third-party apps."""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

PRODUCT, BARE = "gongshi.settings.dev", "bench.bare_settings"


def migrate(settings: str) -> float:
    """Seconds of processor time that ``migrate`` takes into a new database."""
    before = _of_children()
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GONGSHI_")}
        environment |= {"DJANGO_SETTINGS_MODULE": settings, "GONGSHI_VAR_DIR": folder}
        command = [sys.executable, "manage.py", "migrate", "--skip-checks", "-v", "0"]
        subprocess.run(command, check=True, env=environment)
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Product and baseline by turns, medians."""
    parser = argparse.ArgumentParser(prog="python -m bench.empty")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else on standard output")
    options = parser.parse_args()
    pairs = [(migrate(PRODUCT), migrate(BARE)) for _ in range(options.repeat)]
    product, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    figures = {"product_s": round(product, 1), "bare_s": round(bare, 1), "times": round(product / bare, 2)}
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
