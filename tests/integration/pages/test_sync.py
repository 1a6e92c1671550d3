"""The projection says what the page's state says, whatever path through Wagtail led there."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import serializers
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import PartyIdentity
from records import outbox
from records.models import OutboxEntry, PublicRecord
from tests.factories.pages import make_decision, make_party
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def engine():
    outbox.engines.register("test")
    yield "test"
    outbox.engines.unregister("test")


def visible() -> list[str]:
    return list(PublicRecord.objects.public(timezone.now()).values_list("doc_no", flat=True))


def test_a_draft_is_not_projected():
    make_decision()
    assert not PublicRecord.objects.exists()


def test_publishing_projects_and_tells_every_engine(engine):
    page = make_decision(publish=True)
    record = PublicRecord.objects.get()
    assert (record.key, record.path, record.version) == (f"penalty-{page.pk}", f"/decisions/2026/{page.slug}/", 1)
    assert record.visible_to == page.expire_at == datetime(2027, 10, 8, 16, 0, tzinfo=UTC)
    assert OutboxEntry.objects.get(engine=engine).version == 1


def test_a_draft_change_of_a_public_page_stays_unseen():
    page = make_decision(publish=True)
    page.facts = "改动中的事实"
    page.save_revision()
    assert "改动" not in PublicRecord.objects.get().body


def test_publishing_the_change_makes_a_new_version(engine):
    page = make_decision(publish=True)
    page.facts = "查明后的事实"
    let_out(page.save_revision())
    record = PublicRecord.objects.get()
    assert record.version == 2
    assert "查明后的事实" in record.body
    assert OutboxEntry.objects.get(engine=engine).version == 2


def test_publishing_the_same_again_writes_nothing():
    page = make_decision(publish=True)
    let_out(page.save_revision())
    assert PublicRecord.objects.get().version == 1


def test_unpublishing_takes_down_and_publishing_again_restores():
    page = make_decision(publish=True)
    page.unpublish()
    assert not visible()
    let_out(PenaltyDecisionPage.objects.get().save_revision())
    assert visible() == [page.doc_no]


def test_a_scheduled_first_start_is_in_the_table_and_visible_by_time_alone(clock, engine):
    page = make_decision()
    page.go_live_at = NOW + timedelta(hours=3)
    let_out(page.save_revision())
    assert not visible()
    assert OutboxEntry.objects.get(engine=engine).available_at == NOW + timedelta(hours=3) - outbox.LEAD
    clock.move_to(NOW + timedelta(hours=3))
    assert visible() == [page.doc_no]
    assert not PenaltyDecisionPage.objects.get().live


def test_cancelling_a_schedule_takes_the_record_away(clock):
    page = make_decision()
    page.go_live_at = NOW + timedelta(hours=3)
    revision = page.save_revision()
    let_out(revision)
    revision.refresh_from_db()
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    clock.move_to(NOW + timedelta(hours=4))
    assert not visible()


def test_unpublishing_a_page_with_a_scheduled_change_leaves_nothing_waiting(clock):
    page = make_decision(publish=True)
    page.go_live_at = NOW + timedelta(hours=3)
    let_out(page.save_revision())
    PenaltyDecisionPage.objects.get().unpublish()
    clock.move_to(NOW + timedelta(days=1))
    assert not visible()


def test_the_window_ends_by_time_alone_and_publishing_does_not_reopen_it(clock):
    page = make_decision(publish=True)
    clock.move_to(page.expire_at - timedelta(seconds=1))
    assert visible()
    clock.move_to(page.expire_at)
    assert not visible()
    page = PenaltyDecisionPage.objects.get()
    page.expire_at = page.expire_at + timedelta(days=30)
    let_out(page.save_revision())
    assert not visible()


def test_deleting_leaves_the_address_but_nothing_public():
    make_decision(publish=True).delete()
    record = PublicRecord.objects.get()
    assert record.page_id is None
    assert not visible()


def test_an_address_belongs_to_the_page_that_stands_there_now():
    first = make_decision(publish=True)
    slug, doc_no = first.slug, first.doc_no
    first.delete()
    second = make_decision(publish=True, doc_no=doc_no)
    assert second.slug == slug
    assert PublicRecord.objects.get(path=f"/decisions/2026/{slug}/").page_id == second.pk


def test_a_private_section_is_not_public():
    page = make_decision(publish=True)
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert not visible()
    restriction.delete()
    assert visible() == [page.doc_no]


def test_a_new_slug_above_moves_the_address():
    page = make_decision(publish=True)
    index = page.get_parent().get_parent().specific
    index.slug = "chufa"
    index.save()
    assert PublicRecord.objects.get().path == f"/chufa/2026/{page.slug}/"


def test_not_public_by_decision_is_not_projected():
    make_decision(publish=True, disclosure="not_public")
    assert not PublicRecord.objects.exists()


def test_a_person_and_identity_numbers_appear_nowhere():
    canary, number = "王小明", "211103198709097235"
    page = make_decision(
        publish=True,
        parties=[make_party(canary, "person"), make_party("盘锦榆溪市政工程有限公司", representative="周岚")],
        facts=f"{canary}（{number}）未取得施工许可证。",
        result=f"对{canary}罚款500元",
    )
    PartyIdentity.seal(page.pk, page.parties.first().uid, number, "").save()
    record = serializers.serialize("json", PublicRecord.objects.all(), ensure_ascii=False)
    assert canary not in record
    assert number not in record
    assert "王某" in record
    assert canary not in page.title
    stored = json.dumps(list(PartyIdentity.objects.values("personal_token", "fingerprint")))
    assert number not in stored


def test_a_copy_is_a_new_record():
    page = make_decision(publish=True)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False, copy_revisions=False)
    assert (copy.doc_no, copy.natural_key) == ("", None)
    assert PublicRecord.objects.count() == 1


def test_a_backdated_decision_is_never_public():
    make_decision(publish=True, decided_on=date(2020, 1, 6))
    assert not visible()
