"""What other programs rely on: one JSON object on standard output (docs/cli.md)."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from records.models import OutboxEntry, PublicRecord
from search.models import DatabaseEntry
from tests.factories.pages import make_decision

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


def run(*arguments: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command(*arguments, "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def test_run_search_gives_what_the_page_shows(settings: Any):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.test/column"
    page = make_decision(publish=True)
    make_decision(publish=True, types=("warning",))
    found = run("run_search", "施工许可证", "--filter", "penalty=罚款", "--size", "5")
    assert set(found) == {"total", "engine", "seconds", "results", "facets"}
    assert (found["total"], found["engine"]) == (1, "database")
    record = PublicRecord.objects.get(page_id=page.pk)
    (result,) = found["results"]
    assert set(result) == {"key", "kind", "title", "doc_no", "url", "visible_from", "visible_to"}
    assert result["url"] == f"https://portal.example.test/column{record.path}"
    assert result["visible_to"] == record.visible_to.isoformat()
    assert found["facets"]["penalty"] == {"罚款": 1, "警告": 1}


def test_run_search_refuses_filters_it_does_not_know():
    with pytest.raises(CommandError):
        run("run_search", "x", "--filter", "colour=red")
    with pytest.raises(CommandError):
        run("run_search", "x", "--engine", "elasticsearch")


def test_reconcile_counts_and_mends():
    make_decision(publish=True)
    make_decision(publish=True)
    DatabaseEntry.objects.filter(key=PublicRecord.objects.first().key).update(version=0)  # type: ignore[union-attr]
    out = io.StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("reconcile", "--json", stdout=out, stderr=io.StringIO())
    assert left.value.code == 3
    before = json.loads(out.getvalue())
    assert set(before) == {"checked", "missing", "stale", "extra", "seconds"}
    assert (before["checked"], before["stale"]) == (2, 1)
    after = run("reconcile", "--repair")
    assert (after["missing"], after["stale"], after["extra"]) == (0, 0, 0)


def test_reindex_builds_all_anew():
    make_decision(publish=True)
    DatabaseEntry.objects.all().delete()
    assert run("reindex")["indexed"] == {"database": 1}
    assert run("run_search", "施工")["total"] == 1


def test_feed_search_does_a_workers_work():
    make_decision(publish=True)
    record = PublicRecord.objects.get()
    OutboxEntry.objects.create(
        engine="database", key=record.key, version=1, available_at=record.updated_at, created_at=record.updated_at
    )
    out = io.StringIO()
    call_command("feed_search", stdout=out)
    assert out.getvalue().strip() == "database: 1 done, 0 put off, 0 refused"
