"""Every bench runs from its command and prints one JSON object."""

import json
import os
import subprocess
import sys

import pytest

# Enough rows to reach every branch, few enough for CI.
ROWS = {"imports": 20, "reimport": 100, "pages": 60}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_bench_prints_its_figures(name):
    command = [sys.executable, "-m", f"bench.{name}", "--rows", str(ROWS[name]), "--repeat", "1", "--json"]
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]
    figures = json.loads(done.stdout)
    assert figures["rows"] == ROWS[name]
    assert all(value >= 0 for value in figures.values())
