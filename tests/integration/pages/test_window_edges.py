"""What has begun has begun, and what has ended stays ended unless a named person says why it is open again."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.utils import timezone

from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.projection.saving import _stays_over, project_page
from records.models import PublicRecord
from tests.factories.pages import make_decision
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def fresh(page: PenaltyDecisionPage) -> PenaltyDecisionPage:
    return PenaltyDecisionPage.objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("reason", "person", "over"),
    [("", None, True), ("复议期间", None, True), ("", 7, True), ("复议期间", 7, False)],
)
def test_an_ended_window_opens_for_a_reason_with_a_name(reason, person, over):
    existing = SimpleNamespace(visible_to=NOW)
    page = SimpleNamespace(window_reason=reason, window_decided_by_id=person)
    assert _stays_over(existing, SimpleNamespace(visible_to=NOW + timedelta(days=1)), page, NOW) is over
    # One that has not ended, or that stays ended, is nobody's business here.
    assert not _stays_over(existing, SimpleNamespace(visible_to=NOW), page, NOW)
    running = SimpleNamespace(visible_to=NOW + timedelta(seconds=1))
    assert not _stays_over(running, SimpleNamespace(visible_to=NOW + timedelta(days=1)), page, NOW)


@pytest.fixture
def ended(clock):
    """A decision whose window is over; the end that its next version says lies ahead again."""
    page = make_decision(publish=True)
    clock.move_to(page.expire_at + timedelta(days=2))
    page.expire_at = timezone.now() + timedelta(days=90)
    return page


@pytest.mark.parametrize("named", [False, True])
def test_the_end_is_moved_on_a_page_and_the_record_asks_who_did_it(client, ended, named):
    path = PublicRecord.objects.get().path
    ended.window_reason = "复议期间"
    if named:
        ended.window_decided_by = get_user_model().objects.create_user("somebody")
    let_out(ended.save_revision())
    assert PublicRecord.objects.get().is_public(timezone.now()) is named
    assert client.get(path).status_code == (200 if named else 410)


def test_a_start_that_has_been_does_not_move_when_the_page_is_saved_again(clock):
    page = make_decision(publish=True)
    start = PublicRecord.objects.get().visible_from
    clock.move_to(NOW + timedelta(days=3))
    for moment in (NOW + timedelta(days=2), NOW - timedelta(days=30)):
        again = fresh(page)
        again.go_live_at, again.facts = moment, f"{again.facts}（更正）"
        let_out(again.save_revision())
        record = PublicRecord.objects.get()
        assert "更正" in record.body
        assert (record.visible_from, record.published_on) == (start, timezone.localdate(start))
    PenaltyDecisionPage.objects.update(first_published_at=NOW + timedelta(days=1), go_live_at=None)
    project_page(fresh(page))
    assert PublicRecord.objects.get().visible_from == start


def test_a_start_that_lies_ahead_moves_with_its_page(clock):
    page = make_decision()
    page.go_live_at = NOW + timedelta(days=3)
    let_out(page.save_revision())
    page = fresh(page)
    page.go_live_at = NOW + timedelta(days=5)
    let_out(page.save_revision())
    assert PublicRecord.objects.get().visible_from == NOW + timedelta(days=5)
