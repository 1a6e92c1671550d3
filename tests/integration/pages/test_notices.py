"""Notices: masked with their decisions, hidden and ended with them; pictures, codes, copies for WeChat."""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from pages.acts.site_tree import place_for, section_for
from pages.acts.withdraw import withdraw
from pages.kinds.coercion.models import CoercionDecisionPage, CoercionParty
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage
from pages.kinds.notice.models import NoticeDecision, NoticePage
from pages.kinds.notice.parties import named_without_decision, names_of
from pages.kinds.other.models import OtherDecisionPage, OtherParty
from pages.kinds.permit.models import PermitDecisionPage, PermitParty
from records.models import PublicRecord
from rules.models import WindowRule
from samples import notices
from tests.factories.pages import make_decision, make_party, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db

PERSON = "齐望舒"


@pytest.fixture
def decision():
    return make_decision(publish=True, parties=[make_party(PERSON, "person")], decided_on=date(2026, 10, 8))


def make_notice(text: str, *decisions, **values) -> NoticePage:
    agency = make_site()
    page = NoticePage(
        live=False,
        title=values.pop("title", "典型案例"),
        agency=agency,
        agency_name=agency.name,
        body=[("text", text)],
        **values,
    )
    page.decisions = [NoticeDecision(decision=one) for one in decisions]
    section_for("notice").add_child(instance=page)
    let_out(page.save_revision())
    return NoticePage.objects.get(pk=page.pk)


def record_of(page) -> PublicRecord:
    return PublicRecord.objects.get(page_id=page.pk)


def is_shown(client, page) -> int:
    return client.get(record_of(page).path).status_code


def test_the_party_is_masked_as_on_its_decision_wherever_it_stands(client, decision):
    page = make_notice(
        f"<p>{PERSON}被处罚。齐<b>望</b>舒已缴纳罚款。</p>", decision, title=f"{PERSON}案", summary=f"关于{PERSON}"
    )
    record = record_of(page)
    stored = f"{record.title}{record.body}{record.fields}"
    assert PERSON not in stored
    html = client.get(record.path).content.decode()
    assert PERSON not in html.replace("<b>", "").replace("</b>", "")
    assert "齐某" in html


def test_its_abstract_leads_and_its_text_needs_no_heading(client):
    page = make_notice("<p>正文内容</p>", summary="摘要内容\n第二段")
    page.body.append(("heading", "检查重点"))
    let_out(page.save_revision())
    html = client.get(record_of(page).path).content.decode()
    article = html.partition("<article")[2].partition("</article>")[0]
    assert article.count('<p class="gs-lead">') == 2
    assert article.index('<p class="gs-lead">摘要内容</p>') < article.index("<p>正文内容</p>")
    assert re.findall("<h[2-6][^>]*>([^<]*)", article) == ["检查重点"]


def test_it_shows_the_basis_of_its_window_and_no_note_of_the_rule(client):
    WindowRule.objects.filter(act="notice").update(note="只供内部参考")
    record = record_of(make_notice("<p>公告</p>", title="公告"))
    html = client.get(record.path).content.decode()
    assert "本机关自行设定" in html
    assert "只供内部参考" not in f"{html}{record.fields}{record.body}"


def test_it_ends_with_the_decision_of_which_it_tells(decision):
    page = make_notice("<p>案例</p>", decision)
    assert record_of(page).visible_to == record_of(decision).visible_to


def test_it_is_hidden_when_the_decision_is_withdrawn(client, decision, django_user_model):
    page = make_notice("<p>案例</p>", decision)
    other = make_notice("<p>公告</p>", title="公告")
    assert is_shown(client, page) == 200
    chief = django_user_model.objects.create_superuser("chief", password="x")
    withdraw(decision, user=chief, reason="决定被撤销")
    assert is_shown(client, page) == 410
    assert is_shown(client, other) == 200


def test_a_notice_on_a_decision_that_is_not_public_is_not_public(client, decision):
    draft = make_decision()
    page = make_notice("<p>案例</p>", draft)
    assert not PublicRecord.objects.filter(page_id=page.pk).exists()


def test_a_party_named_without_its_decision_is_found_across_blanks(decision):
    assert named_without_decision(f"通报{PERSON[0]} {PERSON[1:]}的违法行为", set()) == {PERSON}
    assert named_without_decision(f"通报{PERSON}的违法行为", {decision.pk}) == set()
    assert named_without_decision("通报一起违法行为", set()) == set()


def place_party(model, party_model, name: str) -> Page:
    agency = make_site()
    values = (
        {"task_no": "兴住建双随机〔2026〕9号"}
        if model is InspectionResultPage
        else {"doc_no": f"{model.kind}〔2026〕9号"}
    )
    page = model(
        live=False, agency=agency, agency_name=agency.name, decided_on=date(2026, 10, 8), title="决定", **values
    )
    page.parties = [party_model(name=name)]
    place_for(model.kind, 2026).add_child(instance=page)
    return page


@pytest.mark.parametrize(
    ("model", "party_model"),
    [
        (PermitDecisionPage, PermitParty),
        (CoercionDecisionPage, CoercionParty),
        (OtherDecisionPage, OtherParty),
        (InspectionResultPage, InspectionObject),
    ],
)
def test_parties_of_every_kind_of_decision_are_known(model, party_model, decision, django_assert_max_num_queries):
    company = "盘锦（辽滨） 燃气有限公司"
    page = place_party(model, party_model, company)
    text = f"通报{PERSON}与盘锦(辽滨)燃气有限公司"
    with django_assert_max_num_queries(2):
        assert named_without_decision(text, {decision.pk}) == {company}
    assert named_without_decision(text, {page.pk}) == {PERSON}
    assert named_without_decision(text, {page.pk, decision.pk}) == set()
    assert (company, "full") in names_of([page.pk, decision.pk])
    assert (PERSON, "surname") in names_of([page.pk, decision.pk])
    chosen = NoticeDecision.panels[0].page_type
    assert any(issubclass(model, apps.get_model(one)) for one in chosen)


def test_whoever_is_told_of_with_one_decision_may_be_named_whatever_else_was_decided(decision):
    place_party(CoercionDecisionPage, CoercionParty, PERSON)
    assert named_without_decision(f"通报{PERSON}", {decision.pk}) == set()


def test_the_form_asks_for_the_decision_of_a_party_that_is_named(admin_client, decision):
    page = make_notice("<p>公告</p>", title="公告")
    page.body = [("text", f"<p>{PERSON}</p>")]
    page.title = f"通报{PERSON}"
    page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = admin_client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in ("title", "issued_on", "disclosure", "summary", "author")}
    sent["issued_on"] = "2026-11-01"
    sent |= {"agency": page.agency_id, "body-count": "0", "action-publish": "1", "tags": "", "category": ""}
    for inline in ("decisions", "attachments"):
        sent |= {f"{inline}-TOTAL_FORMS": "0", f"{inline}-INITIAL_FORMS": "0", f"{inline}-MAX_NUM_FORMS": "1000"}
    answer = admin_client.post(address, sent)
    assert PERSON in str(answer.context["form"].errors["body"])


def test_hostile_markup_is_cleaned():
    page = make_notice(
        '<p onclick="x()">字<script>alert(1)</script><a href="javascript:x()">链接</a><iframe src="//x"></iframe></p>'
    )
    html = record_of(page).fields["body"][0]["html"]
    assert "链接" in html
    assert "script" not in html
    assert "onclick" not in html
    assert "iframe" not in html


def test_samples_show_pictures_only_through_the_record(client):
    make_decision(publish=True)
    notices.load()
    record = PublicRecord.objects.get(kind="notice", title__contains="专题培训")
    html = client.get(record.path).content.decode()
    source = html.split('src="/media/')[1].split('"')[0]
    assert client.get(f"/media/{source}").status_code == 200
    PublicRecord.objects.filter(pk=record.pk).update(visible_to=timezone.now() - timedelta(seconds=1))
    assert client.get(f"/media/{source}").status_code == 410


def test_a_code_leads_to_the_public_page_and_to_nothing_else(client, decision):
    record = record_of(decision)
    answer = client.get(reverse("record_code", args=[record.key]))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content
    PublicRecord.objects.update(visible_to=timezone.now() - timedelta(seconds=1))
    assert client.get(reverse("record_code", args=[record.key])).status_code == 404


def test_the_copy_for_wechat_has_inline_styles_and_masked_names(admin_client, decision):
    page = make_notice(f"<p>{PERSON}被处罚。</p>", decision)
    html = admin_client.get(reverse("pages_wechat", args=[page.pk])).content.decode()
    fragment = html.split('id="wechat-text"')[1].split("{% else %}")[0]
    assert PERSON not in html
    assert "齐某被处罚" in fragment
    assert '<p style="font-size:16px' in fragment


def test_what_is_not_public_cannot_be_copied(admin_client, decision):
    page = make_notice("<p>案例正文</p>", make_decision())
    assert "案例正文" not in admin_client.get(reverse("pages_wechat", args=[page.pk])).content.decode()


def test_lists_are_narrowed_by_category_and_topic(client):
    make_decision(publish=True)
    notices.load()
    found = client.get("/notices/", {"topic": "安全生产"})
    assert [record.title for record in found.context["records"]] == ["关于开展2026年冬季施工安全专项检查的公告"]
    assert len(client.get("/notices/", {"category": "工作动态"}).context["records"]) == 2
