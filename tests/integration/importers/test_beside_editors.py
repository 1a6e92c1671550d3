"""A source and an editor on one decision: the public version changes from itself, and what a person does is kept."""

import pytest
from wagtail.models import Workflow

from pages.acts.review import PublicityReview
from pages.acts.withdraw import withdraw
from records.models import PublicRecord, RecordState
from tests.factories.imports import decision, numbered, send
from tests.factories.pages import make_site
from tests.factories.releases import publisher

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


@pytest.fixture
def public(tmp_path):
    """A decision that an approved source made public."""
    send(tmp_path, [numbered(1)], publish=True)
    return decision(1)


def write(page, text: str):
    draft = page.get_latest_revision_as_object()
    draft.facts = text
    return draft.save_revision(user=publisher(), clean=False)


def again(folder, publish: bool = True):
    return send(folder, [numbered(1, CF_NR="罚款18000元", CF_NR_FK=1.8)], name="again.xlsx", publish=publish)


def shown() -> PublicRecord:
    return PublicRecord.objects.get(kind="penalty")


def test_a_change_goes_to_the_live_version(public, tmp_path):
    run = again(tmp_path)
    assert (run.changed, run.quarantined) == (1, 0)
    assert shown().result == "罚款18000元"
    assert shown().release.source


def test_a_draft_beside_what_is_public_lets_the_row_wait(public, tmp_path):
    write(public, "未审的改动")
    before = shown()
    run = again(tmp_path)
    assert (run.changed, run.quarantined) == (0, 1)
    assert (shown().version, shown().body) == (before.version, before.body)
    assert decision(1).get_latest_revision_as_object().facts == "未审的改动"


def test_a_running_review_goes_on(public, tmp_path):
    write(public, "送审的改动")
    workflow = Workflow.objects.filter(workflow_tasks__task=PublicityReview.objects.first()).first()
    workflow.start(decision(1), publisher())
    run = again(tmp_path)
    assert run.quarantined == 1
    assert decision(1).current_workflow_state is not None


def test_what_was_withdrawn_is_not_brought_back(public, tmp_path):
    withdraw(public, user=publisher(), reason="撤销")
    run = again(tmp_path)
    assert run.quarantined == 1
    assert shown().state == RecordState.WITHDRAWN
    assert not decision(1).live


def test_a_draft_that_a_person_wrote_in_is_not_let_out_by_a_source(tmp_path):
    send(tmp_path, [numbered(1)])
    write(decision(1), "人工改动")
    run = again(tmp_path)
    assert run.quarantined == 1
    assert not PublicRecord.objects.filter(kind="penalty").exists()


def test_a_draft_that_only_the_source_wrote_may_be_let_out_by_it(tmp_path):
    send(tmp_path, [numbered(1)])
    run = again(tmp_path)
    assert (run.changed, run.quarantined) == (1, 0)
    assert shown().result == "罚款18000元"
