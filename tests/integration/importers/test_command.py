"""The command line's contract: one JSON object, exit codes 0, 3 and 1, masked values."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command

from importers.models import ImportRun
from pages.kinds.penalty.models import PenaltyDecisionPage
from tests.factories.imports import numbered
from tests.factories.pages import make_site
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = pytest.mark.django_db
KEYS = {
    *("run", "file", "sha256", "kind", "form", "read", "created", "changed", "unchanged", "quarantined", "skipped"),
    *("seconds", "problems", "warnings"),
}


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def _call(capsys, path, *options):
    """The one JSON object and the exit code."""
    code = 0
    try:
        call_command("import_records", str(path), "--kind", "penalty", "--json", *options)
    except SystemExit as end:
        code = end.code
    except CommandError:
        code = 1
    lines = capsys.readouterr().out.strip().splitlines()
    assert len(lines) == 1
    return json.loads(lines[0]), code


def test_all_rows_well(capsys, tmp_path):
    report, code = _call(capsys, write_xlsx(tmp_path / "a.xlsx", [LABELS, numbered(1)]))
    assert (set(report), code, report["created"], report["form"]) == (KEYS, 0, 1, "790")


def test_some_rows_wait(capsys, tmp_path):
    person = {"CF_XDR_LB": "自然人", "CF_XDR_MC": "张示例", "CF_XDR_SHXYM": "11010519491231002X"}
    report, code = _call(capsys, write_xlsx(tmp_path / "a.xlsx", [LABELS, numbered(1), numbered(2, **person)]))
    (problem,) = report["problems"]
    assert code == 3
    assert set(problem) == {"sheet", "line", "column", "value", "reason"}
    assert (problem["line"], problem["column"], problem["value"]) == (3, "CF_XDR_SHXYM", "11**************2X")


def test_a_refused_file(capsys, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.7")
    report, code = _call(capsys, path)
    assert code == 1
    assert set(report) == {*KEYS, "error"}
    assert report["error"]


def test_no_file_and_no_user_are_told_as_json_too(capsys, tmp_path):
    assert _call(capsys, tmp_path / "none.xlsx")[1] == 1
    path = write_xlsx(tmp_path / "a.xlsx", [LABELS, numbered(1)])
    report, code = _call(capsys, path, "--as", "nobody")
    assert (code, bool(report["error"])) == (1, True)
    assert not ImportRun.objects.exists()


def test_publishing_as_a_user_needs_the_permission(capsys, tmp_path, django_user_model):
    user = django_user_model.objects.create_user("sender", password="x")
    user.user_permissions.add(Permission.objects.get(codename="add_importrun"))
    path = write_xlsx(tmp_path / "a.xlsx", [LABELS, numbered(1)])
    assert _call(capsys, path, "--publish", "--as", "sender")[1] == 1
    user.user_permissions.add(Permission.objects.get(codename="publish_importrun"))
    assert _call(capsys, path, "--publish", "--as", "sender")[1] == 0
    page = PenaltyDecisionPage.objects.get()
    assert page.live
    assert page.approved_by == user


def test_a_dry_run_writes_no_page(capsys, tmp_path):
    report, code = _call(capsys, write_xlsx(tmp_path / "a.xlsx", [LABELS, numbered(1)]), "--dry-run")
    assert (code, report["created"]) == (0, 1)
    assert not PenaltyDecisionPage.objects.exists()
