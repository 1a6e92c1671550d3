"""The consistency rules in the decision form: hints while drafting, errors at the field before publishing."""
# ruff: noqa: F811 – fixtures of the same screens are taken from the tests of hand entry

from datetime import date

import pytest
from django.urls import reverse

from pages.acts.site_tree import archive_for
from pages.kinds.penalty.models import PenaltyDecisionPage
from rules.models import ConsistencySetting, PublishingItem
from rules.models.remedies import RemedyTable
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision, make_site
from tests.integration.pages.test_hand_entry import add, clock, errors, form, reviewer, term  # noqa: F401

pytestmark = pytest.mark.django_db
COMPANY_AND_PERSON = {
    "parties-0-name": "盘锦澜岚建筑工程有限公司",
    "parties-0-personal_number": "211103198709097235",
    "parties-0-id_type": "身份证",
}


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"result": "罚款壹万肆仟元整（15000元），15日内缴纳"}, "result", "大小写"),
        ({"fine": "14000"}, "fine", "不一致"),
        ({"filed_on": "2026-11-21"}, "decided_on", "立案日期"),
        ({"notified_on": "2026-11-22"}, "decided_on", "告知日期"),
        ({"remedy": ""}, "remedy", "载明"),
        ({"remedy": "30日内申请复议，6个月内提起诉讼。"}, "remedy", "60"),
        ({"officers": "one"}, "officers", "2"),
        (COMPANY_AND_PERSON, "parties-0-category", "既是单位又是自然人"),
        ({"basis": ""}, "basis", "载明"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field_and_kept(client, reviewer, values, field, words):
    make_site()
    if values.get("officers") == "one":
        values = {"officers": [make_officer().pk]}
    response = add(client, **values)
    assert response.status_code == 200
    assert words in "".join(errors(response)[field])
    assert not PenaltyDecisionPage.objects.exists()
    assert response.context["form"]["facts"].value() == form()["facts"]


def test_a_certificate_that_has_ended_is_refused(client, reviewer):
    make_site()
    over = make_officer(name="陆闻溪", valid_to=date(2026, 11, 19))
    response = add(client, officers=[make_officer().pk, over.pk])
    assert "陆闻溪" in "".join(errors(response)["officers"])
    over.valid_to = date(2026, 11, 20)
    over.save()
    assert add(client, officers=[make_officer().pk, over.pk]).status_code == 302


def test_a_certificate_for_another_field_is_refused(client, reviewer):
    make_site()
    gas = [make_officer(("gas",)).pk, make_officer(("comprehensive",)).pk]
    values = {"officers": gas, "domain": term("domain", "quality")}
    assert len(errors(add(client, **values))["officers"]) == 1
    assert add(client, **{**values, "domain": term("domain", "gas")}).status_code == 302


def test_a_draft_is_kept_and_its_panel_tells(client, reviewer):
    make_site()
    assert add(client, publish=False, fine="14000", officers=[]).status_code == 302
    page = PenaltyDecisionPage.objects.get()
    body = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "一致性检查" in body
    assert "处罚内容载明 15,000 元，本项填写 14,000 元" in body
    assert "行政处罚法》第四十二条" in body


def test_what_no_import_carries_waits_unless_the_bureau_wants_it_first(client, reviewer):
    make_site()
    bare = {"served_on": "", "officers": []}
    assert add(client, **bare).status_code == 302
    page = PenaltyDecisionPage.objects.get()
    assert page.live
    assert "待补录" in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    PublishingItem.objects.update(bars=True)
    response = add(client, doc_no="兴住建罚决字〔2026〕99号", **bare)
    assert {"served_on", "officers"} <= set(errors(response))
    assert PenaltyDecisionPage.objects.get() == page


def test_remedies_that_nobody_wrote_follow_the_procedure(client, reviewer):
    make_site()
    table = RemedyTable()
    by_law = table.proposed(date(2026, 11, 20))
    assert add(client, remedy=by_law, procedure=term("procedure", "ordinary")).status_code == 302
    page = PenaltyDecisionPage.objects.get()
    assert page.remedy == table.proposed(page.decided_on, "ordinary") != by_law


def test_a_new_form_says_when_findings_are_shown(client, reviewer):
    make_site()
    address = reverse("wagtailadmin_pages:add", args=["pages", "penaltydecisionpage", archive_for(2026, "penalty").pk])
    assert "保存后" in client.get(address).content.decode()


def test_the_bureau_can_lower_a_rule(client, reviewer):
    make_site()
    PublishingItem.objects.update(bars=True)
    assert add(client, officers=[]).status_code == 200
    ConsistencySetting.objects.create(
        rule="officers_two", severity="hint", basis="过渡期安排", valid_from=date(2026, 11, 20)
    )
    assert add(client, officers=[]).status_code == 302


def test_a_rule_is_edited_in_chinese_and_a_bad_line_is_told(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    row = ConsistencySetting.objects.get(rule="officers_two")
    address = reverse("wagtailsnippets_rules_consistencysetting:edit", args=[row.pk])
    assert "两名执法人员" in client.get(address).content.decode()
    sent = {
        "rule": row.rule,
        "severity": "error",
        "basis": row.basis,
        "valid_from": "2026-01-01",
        "values": "不少于两人",
    }
    response = client.post(address, sent)
    assert "名称=值" in "".join(response.context["form"].errors["values"])
    assert client.post(address, {**sent, "values": "fewest=3"}).status_code == 302
    row.refresh_from_db()
    assert row.limits.number("fewest") == 3


def test_an_import_is_not_held_to_what_it_cannot_carry():
    page = make_decision(publish=True, remedy="", served_on=None)
    assert page.live
