"""What an import does to the database: new, changed, unchanged, waiting; a second time nothing."""

import pytest

from importers.models import ImportRun, RunState, WaitingRow
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import PartyIdentity
from records.models import PublicRecord
from tests.factories.imports import canonical_dump, counts, decision, numbered, send
from tests.factories.pages import make_site
from tests.factories.spreadsheets import CODES, LABELS, write_csv

pytestmark = pytest.mark.django_db
IDENTITY = "11010519491231002X"
PERSON = {
    "CF_XDR_MC": "张示例",
    "CF_XDR_LB": "自然人",
    "CF_XDR_SHXYM": "",
    "CF_FRDB": "",
    "CF_XDR_ZJLX": "身份证",
    "CF_XDR_ZJHM": IDENTITY,
}


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def _order(path, **order):
    from importers.commanding import Order, run_order

    return run_order(Order(path, "penalty", **order))


def test_good_rows_go_in_and_bad_rows_wait(tmp_path):
    run = send(tmp_path, [numbered(1), numbered(2, CF_SY=""), numbered(3, CF_JDRQ="2024/13/45")], publish=True)
    assert run.state == RunState.DONE
    assert counts(run) == (3, 1, 0, 0, 2, 0)
    assert [(row.line, row.problems[0]["column"]) for row in run.waiting_rows.all()] == [(3, "CF_SY"), (4, "CF_JDRQ")]
    page = decision(1)
    assert page.live
    assert page.approved_source
    assert page.approved_at
    assert PublicRecord.objects.public(page.first_published_at).count() == 1


def test_drafts_are_the_default(tmp_path):
    run = send(tmp_path, [numbered(1)])
    assert run.created == 1
    assert not decision(1).live
    assert not PublicRecord.objects.exists()


def test_the_same_data_in_any_file_change_nothing(tmp_path):
    rows = [numbered(1), numbered(2, **PERSON), numbered(3, CF_NR_FK=38.123456), numbered(4, CF_SY="")]
    send(tmp_path, rows, publish=True)
    before = canonical_dump()
    files = [
        write_csv(tmp_path / "b.csv", [CODES, *rows]),
        write_csv(tmp_path / "c.csv", [LABELS, *rows], "gb18030"),
    ]
    for path in files:
        run = _order(path, publish=True)
        assert counts(run) == (4, 0, 0, 3, 1, 0)
    after = canonical_dump()
    for part in ("pages", "children", "records", "traces"):
        assert after[part] == before[part]


def test_a_changed_row_updates_the_page_and_history_keeps_the_old_value(tmp_path):
    send(tmp_path, [numbered(1), numbered(2)], publish=True)
    run = send(tmp_path, [numbered(1, CF_NR_FK=2, CF_NR="罚款20000元"), numbered(2)], publish=True)
    assert counts(run) == (2, 0, 1, 1, 0, 0)
    page = decision(1)
    assert page.fine == 20000
    revisions = [revision.as_object().fine for revision in page.revisions.order_by("pk")]
    assert (revisions[0], revisions[-1]) == (15000, 20000)
    assert PublicRecord.objects.get(page=page).amount_fen == 2_000_000


def test_rows_of_one_decision_add_parties(tmp_path):
    second = {"CF_XDR_MC": "盘锦别家建筑工程有限公司", "CF_XDR_SHXYM": "9121110381948219J4", "CF_FRDB": "王示例"}
    run = send(tmp_path, [numbered(1), numbered(1, **second), numbered(1)], publish=True)
    assert counts(run) == (3, 1, 0, 0, 0, 2)
    assert [party.name for party in decision(1).parties.all()] == ["盘锦示例建筑工程有限公司", second["CF_XDR_MC"]]


def test_a_party_in_a_later_file_is_added_and_none_is_lost(tmp_path):
    second = {"CF_XDR_MC": "盘锦别家建筑工程有限公司", "CF_XDR_SHXYM": "9121110381948219J4", "CF_FRDB": "王示例"}
    send(tmp_path, [numbered(1)], publish=True)
    run = send(tmp_path, [numbered(1, **second)], publish=True)
    assert run.changed == 1
    assert decision(1).parties.count() == 2
    assert send(tmp_path, [numbered(1), numbered(1, **second)], publish=True).changed == 0


def test_equal_keys_with_different_facts_both_wait(tmp_path):
    run = send(tmp_path, [numbered(1), numbered(1, CF_SY="别的事实。"), numbered(2)])
    assert counts(run) == (3, 1, 0, 0, 2, 0)
    assert list(run.waiting_rows.values_list("line", "is_conflict")) == [(2, True), (3, True)]
    assert not PenaltyDecisionPage.objects.filter(doc_no__contains="〕1号").exists()


def test_another_spelling_of_the_number_is_the_same_decision(tmp_path):
    send(tmp_path, [numbered(1)])
    run = send(tmp_path, [numbered(1, CF_WSH="兴住建罚决字(2026)第001号")])
    assert (run.created, PenaltyDecisionPage.objects.count()) == (0, 1)


def test_identity_numbers_live_apart_and_encrypted(tmp_path):
    run = send(tmp_path, [numbered(1, **PERSON), numbered(2, **PERSON, CF_SY="")], publish=True)
    page = decision(1)
    identity = PartyIdentity.objects.get(page_id=page.pk)
    assert IDENTITY not in identity.personal_token
    waiting = WaitingRow.objects.get()
    assert IDENTITY not in waiting.cells_token
    assert waiting.cells["CF_XDR_ZJHM"] == IDENTITY
    for revision in page.revisions.all():
        assert IDENTITY not in str(revision.content)
    assert IDENTITY not in str(run.warnings) + str(run.difference) + str(waiting.problems)


def test_a_mended_identity_number_is_taken_over(tmp_path):
    send(tmp_path, [numbered(1, **PERSON)], publish=True)
    mark = PartyIdentity.objects.get().fingerprint
    run = send(tmp_path, [numbered(1, **{**PERSON, "CF_XDR_ZJHM": "110105194912310038"})], publish=True)
    assert run.changed == 1
    assert PartyIdentity.objects.get().fingerprint != mark


def test_a_window_that_is_over_is_kept_and_counted_and_never_public(tmp_path):
    old = numbered(1, CF_WSH="兴住建罚决字〔2015〕1号", CF_JDRQ="2015/10/07", CF_GSJZQ="2016/10/07")
    run = send(tmp_path, [old, numbered(2)], publish=True)
    assert (run.created, run.over) == (2, 1)
    page = PenaltyDecisionPage.objects.get(doc_no__contains="2015")
    assert not page.live
    assert not PublicRecord.objects.public(run.finished_at).filter(page=page).exists()


def test_a_dry_run_changes_nothing_and_shows_the_difference(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    before = canonical_dump()
    run = send(tmp_path, [numbered(1, CF_NR_FK=3), numbered(2), numbered(3, CF_SY="")], dry_run=True)
    assert counts(run) == (3, 1, 1, 0, 1, 0)
    after = canonical_dump()
    for part in ("pages", "records", "traces", "waiting"):
        assert after[part] == before[part]
    changed = next(one for one in run.difference["decisions"] if one["outcome"] == "changed")
    assert changed["changes"] == [["CF_NR_FK", "15000.00", "30000.00"]]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken", "甲,乙\n1,2\n".encode()])
def test_a_refused_file_changes_nothing_and_fails_with_its_reason(tmp_path, content):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    run = _order(path)
    assert run.state == RunState.FAILED
    assert run.error
    assert run.error_code
    assert not PenaltyDecisionPage.objects.exists()
    assert not WaitingRow.objects.exists()
    assert ImportRun.objects.count() == 1


def test_the_counts_of_every_run_add_up(tmp_path):
    rows = [numbered(1), numbered(1), numbered(2, CF_SY=""), numbered(3), numbered(3, CF_SY="别的"), numbered(4)]
    for _ in range(2):
        run = send(tmp_path, rows)
        read, *outcomes = counts(run)
        assert read == sum(outcomes)
