"""An editor's words are not overwritten by a source that says what it said before."""

import pytest

from tests.factories.imports import counts, decision, numbered, send
from tests.factories.pages import make_decision, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def _edit(serial, publish=True, **values):
    page = decision(serial).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    if publish:
        let_out(revision)


def test_an_unchanged_source_leaves_the_editors_word(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    _edit(1, violation_kind="编辑改过的类型")
    run = send(tmp_path, [numbered(1)], publish=True)
    assert counts(run) == (1, 0, 0, 1, 0, 0)
    assert decision(1).violation_kind == "编辑改过的类型"


def test_a_change_elsewhere_keeps_the_editors_word(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    _edit(1, violation_kind="编辑改过的类型")
    run = send(tmp_path, [numbered(1, CF_NR_FK=2)], publish=True)
    assert counts(run) == (1, 0, 1, 0, 0, 0)
    assert (decision(1).violation_kind, decision(1).fine) == ("编辑改过的类型", 20000)
    # What the source said is remembered, so the next file with the same data changes nothing.
    assert counts(send(tmp_path, [numbered(1, CF_NR_FK=2)], publish=True)) == (1, 0, 0, 1, 0, 0)


def test_where_both_changed_the_row_waits(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    _edit(1, fine=17000)
    run = send(tmp_path, [numbered(1, CF_NR_FK=2)], publish=True)
    assert counts(run) == (1, 0, 0, 0, 1, 0)
    (waiting,) = run.waiting_rows.all()
    assert waiting.is_conflict
    assert [problem["column"] for problem in waiting.problems] == ["CF_NR_FK"]
    assert decision(1).fine == 17000


def test_a_draft_of_an_editor_is_not_lost(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    _edit(1, publish=False, violation_kind="还没发布的改动")
    run = send(tmp_path, [numbered(1, CF_NR_FK=2)])
    assert counts(run) == (1, 0, 0, 0, 1, 0)
    latest = decision(1).get_latest_revision_as_object()
    assert (latest.violation_kind, latest.fine) == ("还没发布的改动", 15000)


def test_both_changed_to_the_same_is_no_conflict(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    _edit(1, fine=20000)
    run = send(tmp_path, [numbered(1, CF_NR_FK=2)], publish=True)
    assert counts(run) == (1, 0, 0, 1, 0, 0)


def test_a_decision_entered_by_hand_is_compared_not_overwritten(tmp_path):
    page = make_decision(doc_no="兴住建罚决字〔2026〕7号", publish=True)
    run = send(tmp_path, [numbered(7, CF_CFJGDM=page.agency_code)], publish=True)
    assert run.quarantined == 1
    assert decision(7).facts == page.facts


def test_the_same_bad_row_sent_again_waits_once(tmp_path):
    first = send(tmp_path, [numbered(1, CF_SY="")])
    second = send(tmp_path, [numbered(2), numbered(1, CF_SY="")])
    assert first.waiting_rows.waiting().count() == 0
    assert second.waiting_rows.waiting().count() == 1


def test_a_mended_row_releases_the_waiting_one(tmp_path):
    first = send(tmp_path, [numbered(1), numbered(1, CF_SY="别的事实。")])
    assert first.waiting_rows.waiting().count() == 2
    send(tmp_path, [numbered(1)])
    assert first.waiting_rows.waiting().count() == 0
