"""Another window, a withdrawal, a changed mask: acts on decisions that are public already."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.acts.rebuild_records import rebuild_records
from pages.acts.window import override_window
from pages.acts.withdraw import withdraw
from pages.kinds.penalty.models import PenaltyDecisionPage
from records import outbox
from records.models import OutboxEntry, PublicRecord, RecordState
from records.signals import record_taken_down
from rules.models import PublicationSettings, Term
from tests.factories.pages import make_decision, make_party
from tests.factories.people import person
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def fresh(page: PenaltyDecisionPage) -> PenaltyDecisionPage:
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def test_another_window_needs_permission_and_reason():
    page = make_decision(publish=True)
    with pytest.raises(PermissionDenied):
        override_window(page, user=person("审核"), last_day=date(2028, 1, 1), reason="上级要求")
    with pytest.raises(ValueError, match="reason"):
        override_window(page, user=person("管理员"), last_day=date(2028, 1, 1), reason=" ")


def test_another_window_holds_through_later_versions_and_is_logged():
    page = make_decision(publish=True)
    admin = person("管理员")
    override_window(page, user=admin, last_day=date(2028, 1, 1), reason="复议期间")
    page = fresh(page)
    page.facts = "更正"
    let_out(page.save_revision())
    record = PublicRecord.objects.get()
    assert record.visible_to == datetime(2028, 1, 1, 16, 0, tzinfo=UTC)
    assert (fresh(page).window_decided_by, record.fields["window_reason"]) == (admin, "复议期间")
    entry = PageLogEntry.objects.get(action="pages.override_window")
    assert (entry.user, entry.data["last_day"]) == (admin, "2028-01-01")


def test_another_window_publishes_no_draft():
    page = make_decision(publish=True)
    page.facts = "未审的改动"
    page.save_revision()
    override_window(fresh(page), user=person("管理员"), last_day=date(2027, 1, 1), reason="缩短")
    assert "未审的改动" not in PublicRecord.objects.get().body
    assert PublicRecord.objects.get().visible_to == datetime(2027, 1, 1, 16, 0, tzinfo=UTC)
    draft = fresh(page).get_latest_revision_as_object()
    assert (draft.facts, draft.window_reason) == ("未审的改动", "缩短")


def test_another_window_reopens_what_is_over(clock, client):
    page = make_decision(publish=True)
    clock.move_to(page.expire_at + timedelta(days=2))
    call_command("publish_scheduled", verbosity=0)
    path = PublicRecord.objects.get().path
    assert client.get(path).status_code == 410
    override_window(fresh(page), user=person("管理员"), last_day=date(2028, 1, 1), reason="复议期间")
    assert client.get(path).status_code == 200
    assert fresh(page).live


def test_another_window_of_a_scheduled_decision_keeps_its_start():
    page = make_decision()
    page.go_live_at = NOW + timedelta(days=3)
    let_out(page.save_revision())
    override_window(fresh(page), user=person("管理员"), last_day=date(2027, 1, 1), reason="缩短")
    record = PublicRecord.objects.get()
    assert (record.visible_from, record.visible_to) == (
        NOW + timedelta(days=3),
        datetime(2027, 1, 1, 16, 0, tzinfo=UTC),
    )
    assert not fresh(page).live


def test_a_withdrawal_tells_its_reason_and_nothing_else(client):
    page = make_decision(publish=True)
    heard = []

    def hear(**told):
        heard.append((told["record"].key, told["reason"]))

    record_taken_down.connect(hear)
    path = PublicRecord.objects.get().path
    withdraw(page, user=person("审核"), reason="决定已被依法撤销")
    record_taken_down.disconnect(hear)
    assert [key for key, _reason in heard] == [f"penalty-{page.pk}"]
    assert heard[0][1].endswith("撤下。决定已被依法撤销")
    assert PublicRecord.objects.get().state == RecordState.WITHDRAWN
    response = client.get(path)
    assert response.status_code == 410
    assert "决定已被依法撤销" in response.content.decode()
    assert page.title not in response.content.decode()
    assert not fresh(page).live


def test_the_screens_of_acts_ask_who_may(client):
    page = make_decision(publish=True)
    window, down = reverse("pages_window", args=[page.pk]), reverse("pages_withdraw", args=[page.pk])
    client.force_login(person("编辑"))
    for address in (window, down):
        assert client.get(address).status_code == 302
        assert client.post(address, {"reason": "x", "last_day": "2028-01-01"}).status_code == 302
    assert fresh(page).live
    client.force_login(person("管理员"))
    assert client.post(window, {"reason": "复议期间", "last_day": "2028-01-01"}).status_code == 302
    assert client.post(down, {"reason": ""}).status_code == 200
    ground = Term.objects.get(vocabulary="withdrawal_ground", code="revoked")
    whole = {"reason": "复议撤销", "ground": ground.pk, "arisen_on": NOW.date().isoformat()}
    assert client.post(down, whole).status_code == 302
    assert PublicRecord.objects.get().notice.endswith("撤回公示。事由：撤销。理由：复议撤销")


def test_a_stricter_mask_holds_everywhere_at_once(client):
    outbox.engines.register("test")
    page = make_decision(
        publish=True,
        parties=[make_party("兴隆台区小明五金店", "sole_trader", representative="王小明")],
        facts="王小明施工。",
    )
    waiting = make_decision(parties=[make_party(representative="王小明")], facts="王小明待发布。")
    waiting.go_live_at = NOW + timedelta(days=1)
    let_out(waiting.save_revision())
    version = PublicRecord.objects.get(page=page).version
    assert "王小明" in client.get(PublicRecord.objects.get(page=page).path).content.decode()
    settings = PublicationSettings.load()
    settings.representative_name = "surname"
    settings.save()
    outbox.engines.unregister("test")
    for record in PublicRecord.objects.all():
        assert "王小明" not in f"{record.parties}{record.fields}{record.body}{record.title}"
    record = PublicRecord.objects.get(page=page)
    assert record.version == version + 1
    assert OutboxEntry.objects.get(engine="test", key=record.key).version == record.version
    assert "王小明" not in client.get(record.path).content.decode()


def test_a_new_label_holds_everywhere_at_once():
    make_decision(publish=True)
    term = Term.objects.get(vocabulary="penalty_type", code="fine")
    term.label = "罚金"
    term.save()
    assert PublicRecord.objects.get().penalty_types == ["罚金"]


def test_projecting_again_changes_nothing_that_is_right():
    make_decision(publish=True, parties=[make_party(), make_party("王小明", "person")], types=("fine", "warning"))
    before = PublicRecord.objects.values().get()
    assert rebuild_records() == (1, 0)
    assert PublicRecord.objects.values().get() == before
