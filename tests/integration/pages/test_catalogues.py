"""Catalogues are public as tables with the columns of the official lists; what cannot be is said at the field."""

from datetime import date

import pytest
from django.urls import reverse

from pages.acts.site_tree import section_for
from pages.kinds.catalogue.models import RecordingListPage, ReviewCataloguePage, RulesDocumentPage
from pages.kinds.channel.models import DuringNoticePage, MonitoringSitePage, RemediesPage
from records.models import PublicRecord
from rules.models import Term
from samples import catalogues, channels, rules
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db

EMPTY = {
    "position": "", "note": "", "disclosure": "public", "disclosure_basis": "", "attachments-TOTAL_FORMS": "0",
    "attachments-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    "action-publish": "1", "effective_on": "2026-03-01",
}  # fmt: skip


@pytest.fixture
def sample():
    make_site()
    for module in (catalogues, rules, channels):
        module.load()


def page_of(client, model, **search) -> str:
    record = PublicRecord.objects.get(page_id=model.objects.get(**search).pk)
    answer = client.get(record.path)
    assert answer.status_code == 200
    return answer.content.decode()


TABLES = [
    (
        RecordingListPage, 16,
        "执法环节 执法事项 记录事项 记录场合 执法时限要求 执法部门 记录人 开始记录时间 记录过程 结束记录时间 "
        "执法记录类别 记录方式 存储期限 场景类 约谈类 "
        "确认类 强制拆除",
    ),
    (ReviewCataloguePage, 14, "序号 审核事项 行为类别 承办机构 送审材料 审核时限 行政强制 7个工作日 听证笔录"),
    (RemediesPage, 9, "听证 行政复议 行政诉讼 投诉举报 jubao@zj.example.cn 0427-0000016 124010 60日内"),
    (MonitoringSitePage, 10, "设置地点 塔机安全监控系统 2026年3月20日 查询联系方式"),
    (DuringNoticePage, 16, "亮证 施工许可受理岗 行政处罚事先告知书 咨询电话 行政强制法第十八条"),
]  # fmt: skip


def test_each_list_is_a_public_table_with_its_official_columns(client, sample):
    for model, rows, texts in TABLES:
        html = page_of(client, model)
        assert html.count("<tr><td") == rows, model
        for text in texts.split():
            assert text in html, (model, text)


def test_rules_say_their_number_dates_and_validity(client, sample):
    html = page_of(client, RulesDocumentPage, slug="rules-old")
    for text in ("兴住建发〔2019〕15号", "2019年9月2日", "废止", "2026年3月1日", "第一条"):
        assert text in html
    listed = client.get("/rules/", {"validity": "有效"}).content.decode()
    assert "全过程记录实施办法" in listed
    assert "暂行规定" not in listed


def test_the_lists_can_be_filtered_by_their_own_columns(client, sample):
    assert "音像记录事项清单" in client.get("/recordings/", {"stage": "证据保全"}).content.decode()
    assert PublicRecord.objects.with_facet("act", "行政强制").get().kind == "review_catalogue"
    assert PublicRecord.objects.with_facet("channel", "听证").get().kind == "remedies"


def test_loading_the_sample_twice_changes_nothing(sample):
    before = list(PublicRecord.objects.order_by("pk").values_list("key", "version"))
    for module in (catalogues, rules, channels):
        module.load()
    assert list(PublicRecord.objects.order_by("pk").values_list("key", "version")) == before


def add(client, model, **values):
    body = make_site()
    section = section_for(model.kind)
    address = f"/admin/pages/add/pages/{model._meta.model_name}/{section.pk}/"
    return client.post(address, {**EMPTY, "agency": body.pk, "title": "清单", **values})


def formset(name: str, *rows: dict) -> dict[str, str]:
    found = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        values = {"ORDER": str(number + 1), "DELETE": "", "id": "", **row}
        found |= {f"{name}-{number}-{key}": str(value) for key, value in values.items()}
    return found


SITE = {
    "location": "沅渚街口", "device": "高清视频监控", "purpose": "记录渣土车", "legal_review_on": "2026-03-01",
    "technical_review_on": "2026-03-02", "public_since": "2026-03-03",
}  # fmt: skip


def test_a_site_that_is_public_before_its_review_is_refused_at_the_date(admin_client):
    late = {**SITE, "technical_review_on": "2026-03-09"}
    answer = add(admin_client, MonitoringSitePage, contact="监察大队", **formset("rows", SITE, late))
    assert answer.status_code == 200
    good, bad = answer.context["form"].formsets["rows"].forms
    assert not good.errors
    assert list(bad.errors) == ["technical_review_on"]
    assert "行政处罚法" in str(bad.errors)
    assert "沅渚街口" in answer.content.decode()
    assert not MonitoringSitePage.objects.exists()


def test_reviewed_sites_are_published(admin_client, client):
    answer = add(admin_client, MonitoringSitePage, contact="监察大队", **formset("rows", SITE))
    assert answer.status_code == 302, answer.context["form"].errors
    assert "沅渚街口" in page_of(client, MonitoringSitePage)


def test_a_list_without_rows_is_refused(admin_client):
    answer = add(admin_client, ReviewCataloguePage, **formset("rows"))
    assert answer.status_code == 200
    assert answer.context["form"].formsets["rows"].non_form_errors()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"written_on": "2026-03-05"}, "effective_on"),
        ({"status": "repealed"}, "repealed_on"),
        ({"status": "repealed", "repealed_on": "2026-01-05"}, "repealed_on"),
        ({"repealed_on": "2026-05-05"}, "status"),
        ({"issuer": ""}, "issuer"),
    ],
)
def test_rules_whose_dates_do_not_fit_are_refused_at_the_field(admin_client, values, field):
    facts = {"doc_no": "", "issuer": "本局", "written_on": "2026-02-01", "status": "in_force", "body": "第一条"}
    answer = add(admin_client, RulesDocumentPage, **{**facts, "repealed_on": "", **values})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]


def test_the_vocabularies_of_the_lists_are_seeded():
    for name, count in (("flow_act", 7), ("recording_class", 3), ("act_class", 5), ("remedy_channel", 7)):
        assert Term.objects.of(name).count() == count


def test_the_window_of_a_list_is_long_term(sample):
    assert RecordingListPage.objects.get().expire_at.date() >= date(2099, 12, 30)


def test_the_desk_of_rules_opens(admin_client, sample):
    answer = admin_client.get(reverse("rules_document_records:index"))
    assert answer.status_code == 200
    assert "行政执法公示实施办法" in answer.content.decode()
