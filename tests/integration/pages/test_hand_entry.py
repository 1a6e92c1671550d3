"""A clerk enters decisions by hand."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision

from pages.acts.site_tree import archive_for
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy import crypto
from privacy.models import PartyIdentity
from records.models import PublicRecord
from rules.models import Term
from tests.factories.officers import make_officer
from tests.factories.pages import BUREAU, make_decision, make_party, make_site
from tests.factories.people import person
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
REMEDY = "可在收到本决定书之日起60日内申请行政复议，或者在6个月内提起行政诉讼。"
IDENTITY = "211103198709097235"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def reviewer(client):
    user = person("审核")
    client.force_login(user)
    return user


def term(vocabulary: str, code: str) -> str:
    return str(Term.objects.get(vocabulary=vocabulary, code=code).pk)


def form(**values: Any) -> dict[str, Any]:
    agency = make_site()
    return {
        "agency": agency.pk,
        "doc_no": "兴住建罚决字〔2026〕7号",
        "violation_kind": "未取得施工许可证擅自施工",
        "facts": "经查，当事人未取得施工许可证擅自施工。",
        "basis": "《建设工程质量管理条例》第五十七条",
        "penalty_types": [term("penalty_type", "fine")],
        "result": "罚款15000元",
        "fine": "15000",
        "decided_on": "2026-11-20",
        "served_on": "2026-11-21",
        "remedy": REMEDY,
        "officers": [make_officer().pk, make_officer().pk],
        "disclosure": "public",
        "source_name": agency.name,
        "source_code": agency.credit_code,
        **party_rows(1),
        "parties-0-name": "盘锦澜岚建筑工程有限公司",
        "parties-0-ORDER": "1",
        **{f"{rows}-{name}": value for rows in ("attachments", "cited") for name, value in management(0).items()},
        **{f"comments-{name}": value for name, value in management(0).items()},
        **values,
    }


def management(total: int) -> dict[str, str]:
    return {"TOTAL_FORMS": str(total), "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}


def party_rows(total: int) -> dict[str, str]:
    return {f"parties-{name}": value for name, value in management(total).items()}


def add(client, publish: bool = True, **values: Any):
    address = reverse("wagtailadmin_pages:add", args=["pages", "penaltydecisionpage", archive_for(2026, "penalty").pk])
    data = form(**values)
    if publish:
        data["action-publish"] = "action-publish"
    return client.post(address, data)


def errors(response) -> dict[str, list[str]]:
    found = dict(response.context["form"].errors)
    for number, party in enumerate(response.context["form"].formsets["parties"].forms):
        found |= {f"parties-{number}-{name}": words for name, words in party.errors.items()}
    return found


def test_a_complete_decision_is_published(client, reviewer):
    make_site()
    assert add(client).status_code == 302
    page = PenaltyDecisionPage.objects.get()
    assert (page.live, page.slug, page.agency_name) == (True, "2026-7", BUREAU.name)
    assert page.title == "盘锦澜岚建筑工程有限公司未取得施工许可证擅自施工案"
    assert page.expire_at == datetime(2027, 11, 20, 16, 0, tzinfo=UTC)
    assert client.get("/decisions/2026/2026-7/").status_code == 200


def test_a_doubtful_place_is_answered_at_its_field_and_the_draft_may_be_saved(client, reviewer):
    make_site()
    place = "经查，榆溪家园3号楼2单元501室拆改承重墙。"
    response = add(client, facts=place)
    assert list(errors(response)) == ["facts"]
    assert "3号楼2单元501室" in errors(response)["facts"][0]
    assert place in response.content.decode()
    assert add(client, publish=False, facts=place).status_code == 302
    assert not PenaltyDecisionPage.objects.get().live


def test_the_new_form_has_the_bureau_filled_in_and_no_field_codes(client, reviewer):
    agency = make_site()
    response = client.get(reverse("pages_new_record", args=["penalty"]), follow=True)
    assert response.context["form"].initial["agency"] == agency.pk
    assert response.context["form"].initial["source_code"] == agency.credit_code
    body = response.content.decode()
    assert "行政处罚决定" in body
    assert "CF_" not in body


def test_the_previous_one_gives_its_unchanging_fields_only(client, reviewer):
    remedy = "可在六十日内申请行政复议，或者在六个月内提起行政诉讼。"
    previous = make_decision(publish=True, remedy=remedy)
    initial = (
        client.get(reverse("pages_new_record", args=["penalty"]) + "?previous=1", follow=True).context["form"].initial
    )
    assert (initial["basis"], initial["remedy"]) == (previous.basis, remedy)
    assert [one.code for one in initial["penalty_types"]] == ["fine"]
    assert not initial.get("doc_no")
    assert not initial.get("facts")
    assert initial.get("fine") is None


def test_a_previous_one_without_a_number_is_named_by_its_title(client, reviewer):
    previous = make_decision()
    PenaltyDecisionPage.objects.filter(pk=previous.pk).update(doc_no="")  # as a form leaves a draft
    body = client.get(reverse("pages_new_record", args=["penalty"]), follow=True).content.decode()
    assert f"上一条决定为 {previous.title}。" in body


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"doc_no": "七号"}, "doc_no", "文书号"),
        ({"decided_on": "2026-11-24"}, "decided_on", "晚于今天"),
        ({"served_on": "2026-11-01"}, "served_on", "送达"),
        ({"fine": ""}, "fine", "罚款"),
        ({"fine": "-1"}, "fine", "0"),
        ({"facts": ""}, "facts", "必需"),
        ({"parties-0-credit_code": "112111030012345673"}, "parties-0-credit_code", "校验"),
        ({"agency": ""}, "agency", "机关"),
    ],
)
def test_what_is_wrong_stands_in_chinese_at_its_field(client, reviewer, values, field, words):
    make_site()
    response = add(client, **values)
    assert response.status_code == 200
    assert words in "".join(errors(response)[field])
    assert not PenaltyDecisionPage.objects.exists()


def test_a_decision_needs_a_party_to_be_published_not_to_be_kept(client, reviewer):
    make_site()
    none = party_rows(0)
    assert add(client, **none).status_code == 200
    assert add(client, publish=False, **none).status_code == 302
    assert not PenaltyDecisionPage.objects.get().live


def test_a_draft_may_be_incomplete_but_not_wrong(client, reviewer):
    make_site()
    assert add(client, publish=False, doc_no="", facts="", fine="").status_code == 302
    assert add(client, publish=False, doc_no="七号").status_code == 200


def test_the_same_number_twice_is_refused_in_any_form(client, reviewer):
    make_decision(publish=True, doc_no="兴住建罚决字〔2026〕7号")
    response = add(client, doc_no="兴住建罚决字[2026]第007号")
    assert "已" in "".join(errors(response)["doc_no"])


def test_two_authorities_with_the_same_serial_get_two_addresses(client, reviewer):
    make_decision(publish=True, doc_no="兴住建罚决字〔2026〕7号")
    assert add(client, doc_no="兴执法罚决字〔2026〕7号").status_code == 302
    slugs = list(PenaltyDecisionPage.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs[0] == "2026-7"
    assert slugs[1].startswith("2026-7-")


def test_a_decision_goes_below_its_own_year(client, reviewer):
    make_site()
    add(client, decided_on="2025-12-30", doc_no="兴住建罚决字〔2025〕99号")
    page = PenaltyDecisionPage.objects.get()
    assert page.get_parent().slug == "2025"
    assert PublicRecord.objects.get(kind="penalty").path == "/decisions/2025/2025-99/"


def test_a_public_decision_moves_when_its_new_date_is_published(client, reviewer):
    page = make_decision(publish=True, decided_on=date(2026, 10, 8))
    old = PublicRecord.objects.get(kind="penalty").path
    page.decided_on = date(2025, 12, 30)
    revision = page.save_revision()
    assert client.get(old).status_code == 200
    let_out(revision)
    assert PublicRecord.objects.get(kind="penalty").path == old.replace("/2026/", "/2025/", 1)
    assert client.get(PublicRecord.objects.get(kind="penalty").path).status_code == 200
    assert not PenaltyDecisionPage.find_problems()[0]


def test_identity_numbers_reach_their_own_record_and_nothing_else(client, reviewer):
    make_site()
    add(
        client,
        **{
            "parties-0-name": "王小明",
            "parties-0-category": term("party_category", "person"),
            "parties-0-personal_number": IDENTITY,
        },
    )
    page = PenaltyDecisionPage.objects.get()
    kept = PartyIdentity.objects.get(page_id=page.pk, party_uid=page.parties.get().uid)
    assert crypto.decrypt(kept.personal_token) == IDENTITY
    written = json.dumps(
        [
            *Revision.objects.values_list("content", flat=True),
            *PageLogEntry.objects.values_list("data", flat=True),
            *PublicRecord.objects.values_list("fields", "body", "title"),
        ],
        ensure_ascii=False,
        default=str,
    )
    assert IDENTITY not in written
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert IDENTITY not in response.content.decode()


def test_a_draft_kept_without_the_number_keeps_the_sealed_one(client, reviewer):
    make_site()
    values = {"parties-0-name": "王小明", "parties-0-category": term("party_category", "person")}
    add(client, **values, **{"parties-0-personal_number": IDENTITY})
    page = PenaltyDecisionPage.objects.get()
    party = page.parties.get()
    again = form(**values, **{"parties-INITIAL_FORMS": "1", "parties-0-id": party.pk, "parties-0-party_uid": party.uid})
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(address, {**again, "action-publish": "1"}).status_code == 302
    kept = PartyIdentity.objects.get()
    assert (kept.party_uid, crypto.decrypt(kept.personal_token)) == (party.uid, IDENTITY)


def test_a_preview_shows_the_masked_record_and_stores_no_number(client, reviewer):
    make_site()
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["pages", "penaltydecisionpage", archive_for(2026, "penalty").pk]
    )
    values = {"parties-0-name": "王小明", "parties-0-category": term("party_category", "person")}
    sent = form(**values, **{"parties-0-personal_number": IDENTITY})
    assert client.post(address, sent).json()["is_valid"]
    assert all(IDENTITY not in str(session.get_decoded()) for session in Session.objects.all())
    body = client.get(address).content.decode()
    assert "王某" in body
    assert "王小明" not in body


def test_an_editor_cannot_publish(client):
    client.force_login(person("编辑"))
    make_site()
    add(client)
    assert not PenaltyDecisionPage.objects.get().live


def test_an_act_and_its_projection_happen_both_or_neither(client, reviewer, monkeypatch):
    make_site()
    client.raise_request_exception = False

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("after everything was written")

    monkeypatch.setattr("pages.wagtail_hooks.keep_in_year", fail)
    monkeypatch.setattr("pages.acts.receivers.keep_in_year", fail)
    assert add(client).status_code == 500
    assert not PenaltyDecisionPage.objects.exists()
    assert not PublicRecord.objects.filter(kind="penalty").exists()


def test_a_copy_is_a_draft_without_number(client, reviewer):
    page = make_decision(publish=True)
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    fields = client.get(address).context["form"].fields
    assert set(fields) == {"new_title", "new_slug", "new_parent_page"}
    sent = {
        "new_title": page.title,
        "new_slug": fields["new_slug"].initial,
        "new_parent_page": page.get_parent().pk,
    }
    assert client.post(address, sent).status_code == 302
    copy = PenaltyDecisionPage.objects.exclude(pk=page.pk).get()
    assert (copy.live, copy.doc_no, copy.natural_key, copy.facts) == (False, "", None, page.facts)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).status_code == 200


def test_every_screen_of_a_decision_opens(client, reviewer):
    page = make_decision(publish=True, parties=[make_party(), make_party("王小明", "person")])
    page.facts = "改动"
    page.save_revision()
    revisions = list(page.revisions.order_by("pk").values_list("pk", flat=True))
    for address in (
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]) + "?ordering=ord",
        reverse("wagtailadmin_explore", args=[page.get_parent().get_parent().pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, *revisions[-2:]]),
        reverse("wagtailadmin_pages:usage", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("decisions:index"),
        reverse("decisions:index") + "?state=public&decided_on_from=2026-01-01",
        reverse("decisions:index") + "?state=waiting",
        reverse("decisions:index") + "?state=draft",
        reverse("decisions:index") + "?state=over",
        reverse("pages_scheduler_report"),
    ):
        assert client.get(address).status_code == 200, address


def test_drafts_with_a_past_end_can_be_saved(client, reviewer, clock):
    page = make_decision(publish=True)
    clock.move_to(page.expire_at + timedelta(days=1))
    client.force_login(reviewer)  # the session of a year ago is over
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    party = page.parties.get()
    sent = form(
        doc_no=page.doc_no,
        decided_on=str(page.decided_on),
        facts="事后补充",
        **{"parties-INITIAL_FORMS": "1", "parties-0-id": party.pk, "parties-0-party_uid": party.uid},
    )
    assert client.post(address, {**sent, "action-publish": "1"}).status_code == 302
    page = PenaltyDecisionPage.objects.get()
    assert page.facts == "事后补充"
    assert not page.live
    assert client.get(PublicRecord.objects.get(kind="penalty").path).status_code == 410
