"""双随机 goes the whole way: list of items, annual plan, results; edit screens answer at the field."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from pages.acts.site_tree import place_for
from pages.kinds.inspection.lists import InspectionPlanPage
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage
from records.models import PublicRecord
from rules.models import Term
from tests.factories.inspections import make_item_list, make_plan, make_result
from tests.factories.officers import make_officer
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db


def test_the_list_of_items_shows_every_column(client):
    page = make_item_list()
    record = PublicRecord.objects.get(page_id=page.pk)
    assert record.facets == {"item_class": ["一般检查事项", "重点检查事项"]}
    html = client.get(record.path).content.decode()
    for text in (
        "施工现场安全生产检查",
        "《城镇燃气管理条例》第四十一条",
        "不低于5%",
        "每年1次",
        "现场检查",
        "入户安检情况",
    ):
        assert text in html
    assert client.get("/inspection-items/").status_code == 200


def test_the_plan_tells_its_cap(client):
    record = PublicRecord.objects.get(page_id=make_plan(yearly_cap=2, cap_note="投诉举报核查不计入。").pk)
    assert (record.fields["year"], record.fields["yearly_cap"]) == ("2026", "2")
    html = client.get(record.path).content.decode()
    assert "投诉举报核查不计入" in html
    assert "高风险" in html


def test_a_result_is_found_by_object_item_and_category(client):
    page = make_result("corrected", findings="未按规定开展入户安检。", handling=None)
    record = PublicRecord.objects.get(page_id=page.pk)
    assert record.title == "盘锦禾川燃气有限公司燃气经营检查抽查结果"
    assert record.facets == {"item": ["燃气经营检查"], "result": ["发现问题已责令改正"]}
    assert record.path.startswith("/inspection-results/2026/result-")
    narrowed = client.get("/inspection-results/", {"result": "发现问题已责令改正"})
    assert [one.pk for one in narrowed.context["records"]] == [record.pk]
    assert not client.get("/inspection-results/", {"result": "未发现问题"}).context["records"]
    html = client.get(record.path).content.decode()
    assert "91211103MA0YQ1246M" in html
    assert "未按规定开展入户安检" in html


def test_a_result_is_due_twenty_working_days_after_the_inspection():
    # 2026-10-20 is a Tuesday; the holiday of October is over: twenty working days end on 17 November.
    assert make_result().publish_due_on == date(2026, 11, 17)


def test_a_natural_person_is_masked_everywhere_and_has_no_code(client):
    person = InspectionObject(
        name="欧阳明月", credit_code="", category=Term.objects.get(vocabulary="party_category", code="person")
    )
    record = PublicRecord.objects.get(page_id=make_result(party=person, findings="欧阳明月未持证上岗。").pk)
    html = client.get(record.path).content.decode()
    assert "欧阳某" in html
    assert "欧阳明月" not in html + record.body + record.title + str(record.fields)


def result_form(**values: str) -> dict[str, str]:
    """What the edit screen of a result sends."""
    category = Term.objects.get(vocabulary="party_category", code="organisation").pk
    body = make_site()
    return {
        "task_no": "兴住建双随机〔2026〕9号", "task_name": "抽查", "items": "燃气经营检查", "agency": str(body.pk),
        "decided_on": "2026-10-20", "findings": "", "handling": "", "handling_note": "", "result": "",
        "disclosure": "public", "disclosure_basis": "", "source_name": "", "source_code": "",
        "parties-TOTAL_FORMS": "1", "parties-INITIAL_FORMS": "0", "parties-0-ORDER": "1",
        "parties-0-name": "盘锦禾川燃气有限公司", "parties-0-category": str(category),
        "parties-0-credit_code": "91211103MA0YQ1246M", "parties-0-representative": "",
        "attachments-TOTAL_FORMS": "0", "attachments-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish", **values,
    }  # fmt: skip


def send_result(admin_client, **values):
    place = place_for("inspection_result", 2026)
    address = reverse("wagtailadmin_pages:add", args=["pages", "inspectionresultpage", place.pk])
    return admin_client.post(address, result_form(**values))


def test_a_result_without_officers_or_result_is_answered_at_its_fields(admin_client):
    make_site()
    with override("zh-hans"):
        answer = send_result(admin_client)
    errors = answer.context["form"].errors
    assert set(errors) == {"inspectors", "result"}
    assert "两名" in str(errors["inspectors"]), errors
    assert "盘锦禾川燃气有限公司" in answer.content.decode()
    assert not InspectionResultPage.objects.exists()


def test_an_expired_certificate_and_a_result_without_consequence_are_named(admin_client):
    make_site()
    over = make_officer(("gas",), name="程远", valid_to=date(2026, 10, 19))
    well = make_officer(("gas",), name="周望")
    pending = Term.objects.get(vocabulary="inspection_result", code="pending").pk
    answer = send_result(admin_client, inspectors=[str(over.pk), str(well.pk)], result=str(pending))
    errors = answer.context["form"].errors
    assert set(errors) == {"inspectors", "findings", "handling"}
    assert "程远" in str(errors["inspectors"])
    assert "周望" not in str(errors["inspectors"])


def test_a_well_filled_result_is_published_once(admin_client):
    make_site()
    people = [str(make_officer(("gas",)).pk), str(make_officer(("gas",), name="周望").pk)]
    nothing = Term.objects.get(vocabulary="inspection_result", code="nothing_found").pk
    well = {"inspectors": people, "result": str(nothing)}
    answer = send_result(admin_client, **well)
    assert answer.status_code == 302, [one.errors for one in answer.context["form"].formsets.values()]
    page = InspectionResultPage.objects.get()
    assert PublicRecord.objects.public(timezone.now()).filter(page_id=page.pk).exists()
    again = send_result(admin_client, **well)
    assert "task_no" in again.context["form"].errors


def test_a_plan_twice_for_one_year_and_a_row_twice_are_told(admin_client):
    plan = make_plan()
    place = place_for("inspection_plan", 2026)
    address = reverse("wagtailadmin_pages:add", args=["pages", "inspectionplanpage", place.pk])
    row = {
        "category": "燃气监管",
        "item": "检查",
        "objects_of": "企业",
        "ratio": "5%",
        "period": "全年",
        "subject": "局",
    }
    rows = {f"rows-{n}-{name}": value for n in (0, 1) for name, value in row.items()}
    answer = admin_client.post(
        address,
        {
            "title": "再来一份", "year": "2026", "yearly_cap": "0", "cap_note": "", "effective_on": "2026-02-01",
            "agency": str(plan.agency_id), "position": "", "disclosure": "public", "disclosure_basis": "",
            "rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "0", "rows-0-ORDER": "1", "rows-1-ORDER": "2", **rows,
            "attachments-TOTAL_FORMS": "0", "attachments-INITIAL_FORMS": "0",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        },
    )  # fmt: skip
    form = answer.context["form"]
    assert set(form.errors) == {"year", "yearly_cap"}
    assert [list(one.errors) for one in form.formsets["rows"].forms] == [[], ["item"]]
    assert InspectionPlanPage.objects.count() == 1
