"""A fine that its own row contradicts becomes no page, however far its source is trusted."""

import pytest

from importers.schedule.inbox import folder_source, inbox_folder, look_into_inboxes
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from tests.factories.imports import counts, decision, numbered, send
from tests.factories.pages import make_site
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = pytest.mark.django_db
WRONG = {"CF_NR": "罚款380000元", "CF_NR_FK": 380000}
RIGHT = {"CF_NR": "罚款380000元", "CF_NR_FK": 38}


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def test_it_waits_with_its_reason_and_goes_in_when_mended(tmp_path):
    run = send(tmp_path, [numbered(1, **WRONG), numbered(2, **RIGHT)], publish=True)
    assert counts(run) == (2, 1, 0, 0, 1, 0)
    (waiting,) = run.waiting_rows.all()
    (problem,) = waiting.problems
    assert (problem["line"], problem["column"], problem["value"]) == (2, "CF_NR_FK", "380000")
    assert "380000" in problem["reason"]
    assert not waiting.is_conflict
    assert PublicRecord.objects.count() == 1
    assert counts(send(tmp_path, [numbered(1, **RIGHT)], publish=True)) == (1, 1, 0, 0, 0, 0)
    assert decision(1).fine == 380000


def test_a_source_that_publishes_by_itself_is_no_exception(tmp_path, admin_user):
    look_into_inboxes()
    source = folder_source("penalty")
    source.approve(user=admin_user, reason="每周核对")
    write_xlsx(inbox_folder("penalty") / "周.xlsx", [LABELS, numbered(1, **WRONG), numbered(2, **RIGHT)])
    look_into_inboxes()
    assert look_into_inboxes() == 1
    assert [page.doc_no for page in PenaltyDecisionPage.objects.live()] == ["兴住建罚决字〔2026〕2号"]


def test_a_page_keeps_its_fine(tmp_path):
    send(tmp_path, [numbered(1, **RIGHT)], publish=True)
    assert counts(send(tmp_path, [numbered(1, **WRONG)], publish=True)) == (1, 0, 0, 0, 1, 0)
    assert decision(1).fine == 380000


def test_a_row_that_says_otherwise_of_the_same_decision_waits_too(tmp_path):
    run = send(tmp_path, [numbered(1, **RIGHT), numbered(1, **WRONG)], publish=True)
    assert counts(run) == (2, 0, 0, 0, 2, 0)
    assert [len(row.problems) for row in run.waiting_rows.order_by("line")] == [1, 2]
    assert run.waiting_rows.filter(is_conflict=True).count() == 2


def test_two_rows_that_contradict_themselves_alike_wait_for_that_alone(tmp_path):
    run = send(tmp_path, [numbered(1, **WRONG), numbered(1, **WRONG)], publish=True)
    assert counts(run) == (2, 0, 0, 0, 2, 0)
    assert {row.problems[0]["column"] for row in run.waiting_rows.all()} == {"CF_NR_FK"}
