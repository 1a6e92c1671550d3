"""Coercion decisions and other enforcement decisions, from the edit screen to the public page."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from pages.acts.site_tree import archive_for
from pages.examination.findings import findings_of
from pages.kinds.coercion.models import CoercionDecisionPage
from pages.kinds.other.models import OtherDecisionPage
from pages.kinds.permit.models import PermitDecisionPage
from records.models import PublicRecord
from rules.models import Term
from samples import agencies as bodies
from samples import coercion, laws, officers, others, permits
from tests.factories.officers import make_officer
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db
REMEDY = coercion.REMEDY


@pytest.fixture
def admin(client):
    make_site()
    client.force_login(get_user_model().objects.create_superuser("root", password="x"))
    return client


def term(vocabulary: str, code: str) -> int:
    return Term.objects.get(vocabulary=vocabulary, code=code).pk


def management(name: str, total: int = 0) -> dict[str, str]:
    return {f"{name}-TOTAL_FORMS": str(total), f"{name}-INITIAL_FORMS": "0"}


def frame(**values: Any) -> dict[str, Any]:
    return {
        "agency": make_site().pk,
        "disclosure": "public",
        "decided_on": "2026-10-08",
        **management("parties", 1),
        "parties-0-name": "盘锦澜岚建筑工程有限公司",
        "parties-0-ORDER": "1",
        **management("attachments"),
        **management("cited"),
        **management("comments"),
        "action-publish": "1",
        **values,
    }


def sealing(**values: Any) -> dict[str, Any]:
    return {
        **frame(
            doc_no="兴住建强决字〔2026〕9号",
            document_title="查封决定书",
            measure=term("coercion_measure", "seal"),
            object="临时仓库",
            place="辽滨嘉园二期工地",
            facts="违规存放易燃材料。",
            basis="《行政强制法》第十八条",
            executed_on="2026-10-08",
            period_from="2026-10-08",
            period_until="2026-11-07",
            remedy=REMEDY,
            officers=[make_officer().pk, make_officer().pk],
            **{**management("items", 1), "items-0-name": "岩棉", "items-0-quantity": "60立方米", "items-0-ORDER": "1"},
        ),
        **values,
    }


def post(client, model: str, kind: str, data: dict[str, Any]):
    address = reverse("wagtailadmin_pages:add", args=["pages", model, archive_for(2026, kind).pk])
    assert client.get(address).status_code == 200
    return client.post(address, data)


def test_a_sealing_is_entered_and_read_by_the_public(admin, client):
    assert post(admin, "coerciondecisionpage", "coercion", sealing()).status_code == 302
    record = PublicRecord.objects.get(kind="coercion")
    html = client.get(record.path).content.decode()
    assert "岩棉" in html
    assert "2026年11月7日" in html
    assert record.facets == {"measure": ["查封场所、设施或者财物"]}
    edit = admin.get(reverse("wagtailadmin_pages:edit", args=[record.page_id])).content.decode()
    assert "一致性检查" in edit


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"period_until": "2026-11-08"}, "period_until", "2026-11-07"),
        ({"period_until": "2026-10-07"}, "period_until", "早于"),
        ({"officers": "one"}, "officers", "2"),
        ({"basis": ""}, "basis", "必须填写"),
        ({"remedy": "三十日内申请复议。"}, "remedy", "60"),
    ],
)
def test_what_is_wrong_with_a_sealing_stands_at_its_field(admin, values, field, words):
    if values.get("officers") == "one":
        values = {"officers": [make_officer().pk]}
    response = post(admin, "coerciondecisionpage", "coercion", sealing(**values))
    assert response.status_code == 200
    assert words in "".join(response.context["form"].errors[field])
    assert response.context["form"]["object"].value() == "临时仓库"
    assert not CoercionDecisionPage.objects.exists()


def test_an_approved_extension_doubles_the_term(admin):
    longer = sealing(period_until="2026-12-07", is_extended="on")
    assert post(admin, "coerciondecisionpage", "coercion", longer).status_code == 302


def test_another_decision_names_what_it_is(admin):
    data = frame(
        doc_no="兴住建决字〔2026〕5号",
        document_title="备案决定书",
        decision_type=term("other_decision", "other"),
        subject="合同备案",
        content="予以备案。",
        basis="《物业管理条例》第二十六条",
    )
    response = post(admin, "otherdecisionpage", "other", data)
    assert "注明" in "".join(response.context["form"].errors["other_type"])
    assert post(admin, "otherdecisionpage", "other", {**data, "other_type": "行政备案"}).status_code == 302
    assert PublicRecord.objects.get(kind="other").fields["decision_type"] == "行政备案"


def permit(**values: Any) -> dict[str, Any]:
    return {
        **frame(
            doc_no="兴住建许字〔2026〕77号",
            document_title="施工许可决定书",
            permit_kind=term("permit_kind", "general"),
            content="准予施工。",
            valid_from="2026-10-08",
            valid_until="2028-10-07",
            is_in_force="on",
        ),
        **values,
    }


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"valid_until": "2026-10-07"}, "valid_until", "早于"),
        ({"valid_until": ""}, "valid_until", "必须填写"),
        ({"permit_kind": ""}, "permit_kind", "必须填写"),
    ],
)
def test_what_a_permit_lacks_stands_at_its_field(admin, values, field, words):
    response = post(admin, "permitdecisionpage", "permit", permit(**values))
    assert words in "".join(response.context["form"].errors[field])
    assert post(admin, "permitdecisionpage", "permit", permit()).status_code == 302


def test_a_permit_of_another_kind_names_it(admin):
    other = permit(permit_kind=term("permit_kind", "other"))
    assert "注明" in "".join(post(admin, "permitdecisionpage", "permit", other).context["form"].errors["other_kind"])


def test_the_samples_are_consistent_and_loading_twice_changes_nothing(client):
    make_site()
    for module in (laws, bodies, officers):
        module.load()
    for _again in range(2):
        for module in (permits, coercion, others):
            module.load()
    counts = [model.objects.count() for model in (PermitDecisionPage, CoercionDecisionPage, OtherDecisionPage)]
    assert counts == [41, 8, 6]
    for model in (PermitDecisionPage, CoercionDecisionPage, OtherDecisionPage):
        for page in model.objects.all():
            assert not [one for one in findings_of(page) if one.is_error], page.doc_no
            if page.expired:
                continue  # some permits were for half a year
            assert client.get(PublicRecord.objects.get(page_id=page.pk).path).status_code == 200
    for page in CoercionDecisionPage.objects.all():
        assert {row.article.law.short_name for row in page.cited.all()} & {"行政强制法"}
        assert page.officers.count() == 2
