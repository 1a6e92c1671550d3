"""Possible personal information keeps a draft inside until it is masked or cleared."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.acts.privacy import clear_hit, mask_hit
from pages.examination.gate import problems
from pages.examination.hits import hits_of
from privacy.models import PrivacyDecision
from records.models import PublicRecord
from tests.factories.pages import make_decision, make_party
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db

ROOM = "榆溪家园3号楼2单元501室"
PLACE = f"经查，{ROOM}拆改承重墙。"
PHONE = "13812345678"


@pytest.fixture
def reviewer(django_user_model):
    return django_user_model.objects.create_superuser("reviewer", "", "x")


@pytest.fixture
def decision():
    return make_decision(facts=PLACE + f"联系电话{PHONE}。")


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def the_doubtful(page):
    return next(one for one in hits_of(draft(page)) if one.is_open)


def test_certain_hits_stop_nothing_and_are_masked_in_the_projection(decision):
    decision.facts = f"联系电话{PHONE}，身份证号211103199001011230。"
    assert problems(decision) == []
    let_out(decision.save_revision())
    record = PublicRecord.objects.get(page_id=decision.pk)
    assert record.fields["facts"] == "联系电话138****5678，身份证号21**************30。"
    assert PHONE not in record.body


def test_a_canary_in_any_text_of_a_decision_is_nowhere_in_its_record():
    canary = f"证人李明，{PHONE}，家住盘锦市兴隆台区石油大街112号"
    texts = ("violation_kind", "facts", "basis", "result", "licence", "orders", "remedy", "disclosure_basis")
    told = dict.fromkeys(texts, canary)
    told["remedy"] = f"可在收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。{canary}"
    page = make_decision(publish=True, other_penalty=canary[:60], **told)
    record = PublicRecord.objects.get(page_id=page.pk)
    shown = str([getattr(record, column.attname) for column in PublicRecord._meta.concrete_fields])
    for secret in ("李明", PHONE, "石油大街112号"):
        assert secret not in shown


def test_a_doubtful_place_stops_publishing_in_the_form_and_nothing_is_lost(decision, reviewer, client):
    client.force_login(reviewer)
    edit = reverse("wagtailadmin_pages:edit", args=[decision.pk])
    page = client.get(edit).content.decode()
    assert "<mark>3号楼2单元501室</mark>" in page
    assert f"<mark>{PHONE}</mark>" in page
    assert problems(draft(decision))
    decision.refresh_from_db()
    assert not decision.live


def test_masking_writes_the_draft_and_the_history_without_the_text(decision, reviewer):
    digest = the_doubtful(decision).digest
    assert mask_hit(decision, digest=digest, user=reviewer) == 1
    assert draft(decision).facts == f"经查，榆溪家园****拆改承重墙。联系电话{PHONE}。"
    assert problems(draft(decision)) == []
    stored = str(list(PrivacyDecision.objects.values())) + str(list(PageLogEntry.objects.values("data", "action")))
    assert "501" not in stored
    assert "pages.examination" in stored


def test_clearing_needs_the_right_and_a_reason_and_lets_the_place_stand(decision, reviewer, django_user_model):
    digest = the_doubtful(decision).digest
    with pytest.raises(PermissionDenied):
        clear_hit(decision, digest=digest, reason="违法行为发生地", user=django_user_model.objects.create_user("other"))
    with pytest.raises(ValueError, match="reason"):
        clear_hit(decision, digest=digest, reason=" ", user=reviewer)
    clear_hit(decision, digest=digest, reason="违法行为发生地", user=reviewer)
    assert problems(draft(decision)) == []
    let_out(draft(decision).save_revision())
    assert ROOM in PublicRecord.objects.get(page_id=decision.pk).fields["facts"]


def test_the_screens_ask_and_act(decision, reviewer, client):
    client.force_login(reviewer)
    digest = the_doubtful(decision).digest
    clear = reverse("pages_clear_hit", args=[decision.pk, digest])
    assert "<mark>3号楼2单元501室</mark>" in client.get(clear).content.decode()
    assert client.post(clear, {"reason": ""}).status_code == 200
    assert problems(draft(decision))
    assert client.post(clear, {"reason": "违法行为发生地"}).status_code == 302
    assert problems(draft(decision)) == []
    mask = reverse("pages_mask_hit", args=[decision.pk, hits_of(draft(decision))[-1].digest])
    assert client.post(mask).status_code == 302
    assert "138****5678" in draft(decision).facts
    assert client.get(mask).status_code == 404


def test_names_that_the_settings_decide_about_are_no_hits():
    page = make_decision(
        parties=[make_party("王小明", "person")], facts="当事人王小明，身份证号211103199001011230，法定代表人：赵六。"
    )
    assert [one.hit.kind.value for one in hits_of(page)] == ["identity"]


def test_an_imported_decision_with_a_doubtful_place_stays_a_draft_until_it_is_cleared(reviewer):
    import datetime as dt

    from django.utils import timezone

    from pages.acts.bulk import Approval, DecisionChange, apply_decisions
    from pages.kinds.penalty.importing import PenaltyData
    from pages.kinds.penalty.models import PenaltyDecisionPage
    from records.types.decision_data import PartyData
    from tests.factories.pages import BUREAU, make_site

    make_site()
    facts = [
        PenaltyData(
            kind="penalty",
            agency_name=BUREAU.name,
            agency_code=BUREAU.credit_code,
            doc_no=f"兴住建罚决字〔2026〕{number}号",
            decided_on=dt.date(2026, 10, 8),
            violation_kind="擅自拆改",
            facts=text,
            parties=(PartyData(name="盘锦澜岚建筑工程有限公司", category="organisation"),),
            penalty_types=("fine",),
        )
        for number, text in ((801, PLACE), (802, f"电话{PHONE}"))
    ]
    approval = Approval(user_id=reviewer.pk, source="测试", at=timezone.now())
    apply_decisions([DecisionChange(one) for one in facts], user=reviewer, publish=True, approval=approval)
    pages = {page.doc_no: page for page in PenaltyDecisionPage.objects.all()}
    assert [pages[one.doc_no].live for one in facts] == [False, True]
    assert not PublicRecord.objects.filter(page_id=pages[facts[0].doc_no].pk).exists()
