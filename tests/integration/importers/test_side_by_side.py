"""Two imports and an editor write under the same parent at once, each a process of its own: nothing is corrupted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongshi.servers import start_postgres
from tests.factories.imports import numbered
from tests.factories.migrated import postgres_copy, sqlite_copy
from tests.factories.spreadsheets import LABELS, write_xlsx

ROOT = Path(__file__).resolve().parents[3]
BY_HAND = 12
SITE = """
import django
django.setup()
from tests.factories.pages import make_site
from pages.acts.site_tree import archive_for
make_site()
archive_for(2026, "penalty")
"""
EDITOR = f"""
import django
django.setup()
from tests.factories.pages import make_decision
for number in range({BY_HAND}):
    make_decision(doc_no=f"兴住建手工字〔2026〕{{number + 1}}号", publish=number % 2 == 0)
"""
CHECK = """
import json, sys, django
django.setup()
from django.db.models import Count
from wagtail.models import Page
from pages.models import PenaltyDecisionPage
from records.models import PublicRecord
decisions = PenaltyDecisionPage.objects.all()
live = set(decisions.filter(live=True).values_list("pk", flat=True))
json.dump({
    "problems": [list(found) for found in Page.find_problems()],
    "decisions": decisions.count(),
    "addresses": decisions.values("url_path").distinct().count(),
    "strayed": sum(page.get_parent().numchild != page.get_parent().get_children().count() for page in decisions),
    "without_revision": decisions.filter(latest_revision=None).count(),
    "unlike": sorted(live ^ set(PublicRecord.objects.filter(state="public").values_list("page_id", flat=True))),
    "parties": sorted(set(decisions.annotate(n=Count("parties")).values_list("n", flat=True))),
}, sys.stdout)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(request, tmp_path):
    """Surroundings of processes that share a migrated, empty column."""
    server = None
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path}/together.sqlite3"
        sqlite_copy(tmp_path / "together.sqlite3")
    else:
        given = os.environ.get("GONGSHI_TEST_DATABASE_URL", "")
        server = None if given.startswith("postgres") else start_postgres()
        address = postgres_copy(given if server is None else server.url, "together")
    made = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongshi.settings.dev",
        "GONGSHI_VAR_DIR": str(tmp_path),
        "GONGSHI_DATABASE_URL": address,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    assert _result(_start(made, "-c", SITE))[0] == 0
    yield made
    if server is not None:
        server.stop()


def _start(environment: dict[str, str], *command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _result(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    output, errors = process.communicate(timeout=240)
    return process.returncode, output, errors[-2000:]


def test_two_imports_and_an_editor_write_at_once(environment, tmp_path):
    first = write_xlsx(tmp_path / "first.xlsx", [LABELS, *(numbered(n) for n in range(1, 121))])
    # The second file repeats half of the first, from its end: whoever comes second must find it there.
    second = write_xlsx(tmp_path / "second.xlsx", [LABELS, *(numbered(n) for n in range(180, 60, -1))])
    working = [
        *(
            _start(environment, "manage.py", "import_records", str(path), "--kind", "penalty", "--publish", "--json")
            for path in (first, second)
        ),
        _start(environment, "-c", EDITOR),
    ]
    results = [_result(process) for process in working]
    assert [code for code, _output, _errors in results] == [0, 0, 0], results
    runs = [json.loads(output) for _code, output, _errors in results[:2]]
    assert sum(run["created"] for run in runs) == 180
    assert sum(run["unchanged"] for run in runs) == 60
    assert sum(run["changed"] + run["quarantined"] for run in runs) == 0
    code, found, errors = _result(_start(environment, "-c", CHECK))
    assert code == 0, errors
    assert json.loads(found) == {
        "problems": [[], [], [], [], []],
        "decisions": 180 + BY_HAND,
        "addresses": 180 + BY_HAND,
        "strayed": 0,
        "without_revision": 0,
        "unlike": [],
        "parties": [1],
    }
