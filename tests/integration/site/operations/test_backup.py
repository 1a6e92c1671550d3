"""Backup, a withdrawal after it, restore into an empty place: nothing is missing, what was taken down stays away."""

import json
import tarfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from gongshi.operations import databases, journal
from gongshi.operations.closed import is_closed
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from search import engines, maintenance
from tests.factories.pages import make_decision
from tests.factories.releases import let_out

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.JOURNAL_DIR = tmp_path / "journal"
    settings.CLOSED_FILE = tmp_path / "closed"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "decision.pdf").write_bytes(b"%PDF-1.7 test")
    return tmp_path


@pytest.fixture
def archive(places):
    """A backup of two public decisions, one of which is taken down afterwards."""
    kept, withdrawn = make_decision(publish=True), make_decision(publish=True)
    path = places / "backup.tar.gz"
    call_command("backup", str(path), verbosity=0)
    withdrawn.unpublish()
    return path, kept, withdrawn


def restore(path: Path) -> None:
    call_command("restore", str(path), replace=True, verbosity=0)


def test_what_was_taken_down_after_the_backup_stays_away(archive, client):
    path, kept, withdrawn = archive
    restore(path)
    assert is_closed()
    assert client.get("/decisions/").status_code == 503
    assert client.get("/admin/login/").status_code == 200
    assert PublicRecord.objects.get(page_id=withdrawn.pk).state == "public"
    call_command("reopen", verbosity=0)
    assert not is_closed()
    assert PublicRecord.objects.get(page_id=kept.pk).state == "public"
    assert PublicRecord.objects.get(page_id=withdrawn.pk).state == "removed"
    assert not PenaltyDecisionPage.objects.get(pk=withdrawn.pk).live
    assert client.get(PublicRecord.objects.get(page_id=withdrawn.pk).path).status_code == 410
    assert not maintenance.compare(engines.database_engine()).any


def test_files_come_back(archive, settings):
    path, _kept, _withdrawn = archive
    (settings.MEDIA_ROOT / "decision.pdf").unlink()
    restore(path)
    assert (settings.MEDIA_ROOT / "decision.pdf").read_bytes() == b"%PDF-1.7 test"


def test_published_again_after_the_take_down_stays_public(archive):
    _path, _kept, withdrawn = archive
    let_out(PenaltyDecisionPage.objects.get(pk=withdrawn.pk).save_revision())
    assert journal.replay(timezone.now()) == 0
    assert PublicRecord.objects.get(page_id=withdrawn.pk).state == "public"


def test_a_place_that_is_not_empty_is_not_overwritten_by_itself(archive):
    assert not databases.is_empty()
    with pytest.raises(CommandError):
        call_command("restore", str(archive[0]), verbosity=0)
    assert not is_closed()


def unpack(whole: Path, folder: Path) -> Path:
    with tarfile.open(whole) as archive_file:
        archive_file.extractall(folder)
    return folder


def pack(folder: Path, path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive_file:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive_file.add(one, str(one.relative_to(folder)))
    return path


def test_a_backup_from_before_the_first_release_is_refused(archive, places):
    unpacked = unpack(archive[0], places / "unpacked")
    manifest = json.loads((unpacked / "manifest.json").read_text())
    manifest["migrations"] = ["auth.0001_initial", "pages.0001_initial"]
    (unpacked / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(CommandError, match=r"首个正式版本|first release"):
        restore(pack(unpacked, places / "older.tar.gz"))
    assert not is_closed()


def test_a_damaged_backup_changes_nothing(archive, places):
    whole, _kept, withdrawn = archive
    unpacked = unpack(whole, places / "unpacked")
    (unpacked / "files" / "decision.pdf").write_bytes(b"other")
    damaged = pack(unpacked, places / "damaged.tar.gz")
    for path in (damaged, places / "missing.tar.gz", unpacked / "manifest.json"):
        with pytest.raises(CommandError):
            restore(path)
    assert not PenaltyDecisionPage.objects.get(pk=withdrawn.pk).live
    assert not is_closed()


def test_the_journal_has_one_whole_line_each_and_no_name(archive):
    _path, _kept, withdrawn = archive
    lines = journal.journal_file().read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["key"] for line in lines] == [f"penalty-{withdrawn.pk}"]
    with journal.journal_file().open("a", encoding="utf-8") as stream:
        stream.write('{"at": "2026-')
    assert len(list(journal.entries())) == 1


def test_a_line_broken_off_by_a_power_cut_swallows_no_other(places):
    first, second = make_decision(publish=True), make_decision(publish=True)
    first.unpublish()
    path = journal.journal_file()
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    second.unpublish()
    assert [entry.key for entry in journal.entries()] == [f"penalty-{first.pk}", f"penalty-{second.pk}"]
