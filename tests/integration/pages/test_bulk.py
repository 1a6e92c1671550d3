"""A decision made in bulk is, row by row, what one made by hand is; and an editor can do everything with it."""

import json
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from pages.acts import Approval, DecisionChange, apply_decisions
from pages.base.tree import ArchiveYearPage
from pages.kinds.penalty.importing import PenaltyData
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import PartyIdentity
from records import outbox
from records.models import OutboxEntry, PublicRecord
from records.types.decision_data import PartyData, PartyIdentityNumbers
from rules.models import WindowRule
from tests.factories.pages import make_decision, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
CODE = "112111030012345672"
NUMBER = "211103198709097235"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23 02:00:00.123456Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def user():
    make_site()
    return get_user_model().objects.create_superuser("importer")


def facts(serial=1, **values):
    return PenaltyData(
        **{
            "doc_no": f"兴住建罚决字〔2026〕第{serial:03d}号",
            "decided_on": date(2026, 10, 8),
            "facts": f"王小明于2026年8月未取得施工许可证擅自施工，编号{serial}。",
            "parties": (
                PartyData("盘锦澜岚建筑工程有限公司", "organisation", "91211103166131861N", representative="周岚"),
                PartyData("王小明", "person", id_type="身份证", identity=PartyIdentityNumbers(personal=NUMBER)),
            ),
            "violation_kind": "未取得施工许可证擅自施工",
            "basis": "《建设工程质量管理条例》第五十七条",
            "penalty_types": ("warning", "fine"),
            "result": "警告；罚款32740元",
            "fine": Decimal("32740.00"),
            "agency_name": "兴隆台区住房和城乡建设局",
            "agency_code": CODE,
            **values,
        }
    )


def apply(user, *changes, publish=True):
    approval = Approval(user.pk, "测试来源", timezone.now()) if publish else None
    return apply_decisions(changes, user=user, publish=publish, approval=approval)


def test_made_in_bulk_equals_made_by_hand(user):
    apply(user, DecisionChange(facts()))
    bulk = PenaltyDecisionPage.objects.get()
    hand = make_decision(doc_no="兴住建罚决字〔2026〕901号")
    revision = bulk.latest_revision
    fresh = json.loads(json.dumps(bulk.serializable_data(), cls=DjangoJSONEncoder))
    stored = dict(revision.content)
    # What Wagtail sets while it publishes is later than the revision, by hand as in bulk.
    for name in ("latest_revision", "live_revision"):
        fresh[name] = stored[name]
    assert stored == fresh
    assert set(stored) == set(hand.latest_revision.content)
    assert set(stored["parties"][0]) == set(hand.latest_revision.content["parties"][0])
    assert revision.as_object().parties.count() == 2


def test_references_are_those_that_wagtail_would_write(user):
    apply(user, DecisionChange(facts()))
    page = PenaltyDecisionPage.objects.get()
    rows = ("to_content_type_id", "to_object_id", "model_path", "content_path", "content_path_hash")
    bulk = set(ReferenceIndex.objects.filter(object_id=str(page.pk)).values_list(*rows))
    ReferenceIndex.objects.filter(object_id=str(page.pk)).delete()
    ReferenceIndex.create_or_update_for_object(page)
    assert bulk == set(ReferenceIndex.objects.filter(object_id=str(page.pk)).values_list(*rows))


def test_the_record_is_the_one_that_saving_would_write(user):
    outbox.engines.register("test")
    apply(user, DecisionChange(facts()))
    record = PublicRecord.objects.get()
    PenaltyDecisionPage.objects.get().save()
    assert PublicRecord.objects.get().version == record.version == OutboxEntry.objects.get(engine="test").version == 1
    outbox.engines.unregister("test")


def test_names_and_identity_numbers_stay_inside(user):
    apply(user, DecisionChange(facts()))
    record = json.dumps(PublicRecord.objects.values().get(), cls=DjangoJSONEncoder, ensure_ascii=False)
    revision = json.dumps(Revision.objects.values().get(), cls=DjangoJSONEncoder, ensure_ascii=False)
    assert "王小明" not in record
    assert NUMBER not in record + revision
    assert PartyIdentity.objects.count() == 1


def test_the_tree_stays_whole_and_slugs_unique(user):
    other = {"agency_code": "91211103166131861N", "agency_name": "另一机关"}
    apply(user, *(DecisionChange(facts(n)) for n in range(1, 41)), DecisionChange(facts(1, **other)))
    make_decision(doc_no="兴住建罚决字〔2026〕902号")
    apply(user, DecisionChange(facts(99)), DecisionChange(facts(100, decided_on=date(2025, 3, 3))))
    assert all(not problems for problems in Page.find_problems())
    assert ArchiveYearPage.objects.get(year=2026).numchild == 43
    slugs = list(PenaltyDecisionPage.objects.values_list("slug", "url_path"))
    assert len(set(slugs)) == 44


def test_drafts_are_not_public(user):
    apply(user, DecisionChange(facts()), publish=False)
    page = PenaltyDecisionPage.objects.get()
    assert (page.live, page.has_unpublished_changes) == (False, True)
    assert not PublicRecord.objects.exists()
    let_out(page.latest_revision)
    assert PublicRecord.objects.count() == 1


def test_a_window_that_is_over_is_kept_and_never_public(user):
    batch = apply(user, DecisionChange(facts(decided_on=date(2020, 3, 3))))
    assert batch.created[0].over
    assert not PenaltyDecisionPage.objects.get().live
    assert not PublicRecord.objects.exists()


def test_without_a_window_rule_it_stays_a_draft_and_says_so(user):
    WindowRule.objects.update(enabled=False)
    batch = apply(user, DecisionChange(facts()))
    page = PenaltyDecisionPage.objects.get()
    assert (page.live, page.expire_at, batch.created[0].over) == (False, None, False)
    assert batch.created[0].warnings
    with pytest.raises(ValidationError):
        let_out(page.save_revision())
    assert not PublicRecord.objects.exists()


def test_publishing_needs_an_approval(user):
    with pytest.raises(PermissionDenied):
        apply_decisions([DecisionChange(facts())], user=user, publish=True)


def test_the_approval_is_on_the_page(user):
    apply(user, DecisionChange(facts()))
    page = PenaltyDecisionPage.objects.get()
    assert (page.approved_by, page.approved_source) == (user, "测试来源")
    assert page.approved_at == timezone.now()


def test_a_change_keeps_the_old_value_in_history(user, clock):
    apply(user, DecisionChange(facts()))
    page_id = PenaltyDecisionPage.objects.get().pk
    clock.shift(60)
    changed = facts(result="警告；罚款50000元", fine=Decimal("50000.00"))
    apply(user, DecisionChange(changed, page_id))
    page = PenaltyDecisionPage.objects.get()
    assert (page.fine, page.live) == (Decimal("50000.00"), True)
    old, new = Revision.objects.order_by("pk")
    assert (old.content["fine"], new.content["fine"]) == ("32740.00", "50000.00")
    assert {party["uid"] for party in old.content["parties"]} == {party["uid"] for party in new.content["parties"]}
    assert PublicRecord.objects.get().version == 2
    assert PartyIdentity.objects.count() == 1


def test_an_editor_can_do_everything_with_it(user, client):
    apply(user, DecisionChange(facts()))
    client.force_login(user)
    page = PenaltyDecisionPage.objects.get()
    for address in ("edit", "history", "usage", "copy", "unpublish"):
        assert client.get(f"/admin/pages/{page.pk}/{address}/").status_code == 200, address
    first = page.latest_revision
    page.facts = "查明后的事实"
    second = page.save_revision(user=user, log_action=True)
    assert client.get(f"/admin/pages/{page.pk}/revisions/compare/{first.pk}...{second.pk}/").status_code == 200
    let_out(second)
    copy = PenaltyDecisionPage.objects.get(pk=page.pk).copy(update_attrs={"slug": "copy"}, keep_live=False)
    year_before = (
        ArchiveYearPage.objects.get()
        .get_parent()
        .add_child(instance=ArchiveYearPage(title="2025年", slug="2025", year=2025))
    )
    PenaltyDecisionPage.objects.get(pk=page.pk).move(year_before, pos="last-child")
    assert PublicRecord.objects.get().path == f"/decisions/2025/{page.slug}/"
    copy.delete()
    PenaltyDecisionPage.objects.get().unpublish(user=user)
    assert all(not problems for problems in Page.find_problems())
    actions = set(PageLogEntry.objects.filter(page_id=page.pk).values_list("action", flat=True))
    assert {"wagtail.create", "wagtail.publish", "wagtail.edit", "wagtail.unpublish"} <= actions
