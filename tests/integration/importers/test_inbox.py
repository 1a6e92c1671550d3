"""The watched folder: steady files are imported and filed with their report, growing ones are left alone."""

import json
import os

import pytest

from importers.models import ImportRun, RunState
from importers.schedule.inbox import folder_source, inbox_folder, look_into_inboxes
from pages.kinds.penalty.models import PenaltyDecisionPage
from tests.factories.imports import numbered
from tests.factories.pages import make_site
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture
def inbox(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()
    look_into_inboxes()
    return inbox_folder("penalty")


def _reports(folder):
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.report.json"))]


def test_a_steady_file_is_imported_and_filed_with_its_report(inbox):
    write_xlsx(inbox / "本周.xlsx", [LABELS, numbered(1), numbered(2, CF_SY="")])
    assert look_into_inboxes() == 0
    assert look_into_inboxes() == 1
    (report,) = _reports(inbox / "done")
    assert (report["created"], report["quarantined"]) == (1, 1)
    assert not (inbox / "本周.xlsx").exists()
    assert list((inbox / "done").glob("*本周.xlsx"))
    assert ImportRun.objects.get().filed_at
    assert not PenaltyDecisionPage.objects.get().live


def test_a_growing_file_is_left_alone(inbox):
    path = write_xlsx(inbox / "大.xlsx", [LABELS, numbered(1)])
    whole = path.read_bytes()
    path.write_bytes(whole[:500])
    look_into_inboxes()
    path.write_bytes(whole[:900])
    assert look_into_inboxes() == 0
    path.write_bytes(whole)
    assert look_into_inboxes() == 0
    assert not ImportRun.objects.exists()
    assert look_into_inboxes() == 1
    assert ImportRun.objects.get().state == RunState.DONE


def test_a_copy_that_keeps_its_old_time_is_not_taken_too_early(inbox):
    path = inbox / "旧.csv"
    path.write_text("甲", "utf-8")
    os.utime(path, (1, 1))
    look_into_inboxes()
    path.write_text("乙", "utf-8")
    os.utime(path, (1, 1))
    assert look_into_inboxes() == 0


def test_a_refused_file_goes_to_failed(inbox):
    (inbox / "坏.xlsx").write_bytes(b"%PDF-1.4")
    look_into_inboxes()
    look_into_inboxes()
    (report,) = _reports(inbox / "failed")
    assert report["error"]


def test_unfinished_and_hidden_files_are_not_touched(inbox):
    for name in ("~$本周.xlsx", ".本周.xlsx", "本周.xlsx.part"):
        (inbox / name).write_bytes(b"x")
    look_into_inboxes()
    look_into_inboxes()
    assert not ImportRun.objects.exists()


def test_an_approved_source_publishes_on_that_word(inbox, admin_user):
    folder_source("penalty").approve(user=admin_user, reason="每周由局办公室核对")
    write_xlsx(inbox / "a.xlsx", [LABELS, numbered(1)])
    look_into_inboxes()
    look_into_inboxes()
    page = PenaltyDecisionPage.objects.get()
    assert page.live
    assert page.approved_by == admin_user


def test_a_file_imported_but_not_yet_filed_is_only_filed(inbox, monkeypatch):
    write_xlsx(inbox / "a.xlsx", [LABELS, numbered(1)])
    look_into_inboxes()

    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("importers.schedule.inbox.os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        look_into_inboxes()
    monkeypatch.undo()
    assert look_into_inboxes() == 1
    assert ImportRun.objects.count() == 1
    assert len(_reports(inbox / "done")) == 1


def test_the_same_file_again_is_a_new_run_that_changes_nothing(inbox):
    for _ in range(2):
        write_xlsx(inbox / "a.xlsx", [LABELS, numbered(1)])
        look_into_inboxes()
        look_into_inboxes()
    assert [run.created for run in ImportRun.objects.order_by("pk")] == [1, 0]
