"""A body's list of officers is read from the officers' records at each request and narrowed without JavaScript."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.acts.site_tree import section_for
from pages.kinds.personnel.models import PersonnelListPage
from records.models import PublicRecord
from rules.windows import end_of_day
from tests.factories.officers import make_officer
from tests.factories.pages import make_site
from tests.factories.releases import let_out
from tests.integration.pages.test_agencies import make_station

pytestmark = pytest.mark.django_db


@pytest.fixture
def path() -> str:
    """The address of the published list, below it three officers."""
    body = make_site()
    page = PersonnelListPage(
        live=False, agency=body, agency_name=body.name, agency_code=body.credit_code,
        effective_on=date(2026, 9, 1), note="名单随时更新。",
    )  # fmt: skip
    section_for("personnel_list").add_child(instance=page)
    let_out(page.save_revision())
    make_officer(
        ("quality_safety",), unit=body, name="沈知微", unit_part="工程质量科", certificate_no="辽L04270101", order=1
    )
    make_officer(("gas",), unit=body, name="叶闻舟", unit_part="燃气科", area="兴隆台区、辽东湾新区", order=2)
    make_officer(("gas",), unit=body, name="杜若川", unit_part="燃气科", valid_to=date(2025, 1, 1))
    return PublicRecord.objects.get(page_id=page.pk).path


def names(answer) -> list[str]:
    return [one.title for one in answer.context["officers"]]


def test_the_table_shows_the_officers_who_are_public_now(client, path):
    answer = client.get(path)
    assert names(answer) == ["沈知微", "叶闻舟"]
    html = answer.content.decode()
    for text in ("工程质量科", "辽L04270101", "燃气监管", "2030年12月31日", "名单随时更新。"):
        assert text in html
    assert "杜若川" not in html


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"unit": "燃气科"}, ["叶闻舟"]),
        ({"category": "工程质量安全监督"}, ["沈知微"]),
        ({"area": "辽东湾新区"}, ["叶闻舟"]),
        ({"name": "知微"}, ["沈知微"]),
        ({"name": "0427 0101"}, ["沈知微"]),
        ({"name": "杜若川"}, []),
        ({"unit": "燃气科", "name": "沈"}, []),
        ({"unit": "<script>alert(1)</script>"}, []),
    ],
)
def test_plain_get_narrows_it(client, path, asked, found):
    answer = client.get(path, asked)
    assert answer.status_code == 200
    assert names(answer) == found
    assert "<script>alert" not in answer.content.decode()


def test_the_form_offers_each_value_once_and_keeps_what_was_chosen(client, path):
    answer = client.get(path, {"unit": "燃气科"})
    unit = next(sieve for sieve in answer.context["sieves"] if sieve.name == "unit")
    assert unit.values == ["工程质量科", "燃气科"]
    assert '<option value="燃气科" selected>' in answer.content.decode()


def test_officers_of_another_body_stand_in_its_own_list(client, path):
    make_officer(unit=make_station(), name="秦牧之")
    assert "秦牧之" not in names(client.get(path))


def test_a_certificate_that_ends_takes_the_row_away_and_no_cache_keeps_it(client, path):
    last = timezone.localdate()
    make_officer(unit=make_site(), name="蒋望舒", valid_to=last)
    with time_machine.travel(end_of_day(last) - timedelta(seconds=30), tick=False):
        answer = client.get(path)
        assert "蒋望舒" in names(answer)
        assert "max-age=29" in answer.headers["Cache-Control"]
    with time_machine.travel(end_of_day(last), tick=False):
        again = client.get(path, headers={"if-none-match": answer.headers["ETag"]})
        assert again.status_code == 200
        assert "蒋望舒" not in names(again)


def test_the_page_costs_few_queries(client, path, django_assert_max_num_queries):
    for _ in range(20):
        make_officer(unit=make_site())
    client.get(path)
    with django_assert_max_num_queries(8):
        client.get(path)


def test_the_draft_shows_the_table_in_its_preview(admin_client, path):
    page = PersonnelListPage.objects.get()
    answer = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert "沈知微" in answer.content.decode()


def test_the_form_takes_the_body_and_names_the_list(admin_client):
    body = make_site()
    section = section_for("personnel_list")
    answer = admin_client.post(
        f"/admin/pages/add/pages/personnellistpage/{section.pk}/",
        {
            "agency": body.pk, "effective_on": "2026-09-01", "position": "", "note": "", "disclosure": "public",
            "disclosure_basis": "", "attachments-TOTAL_FORMS": "0", "attachments-INITIAL_FORMS": "0",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "1",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["form"].errors
    page = PersonnelListPage.objects.get()
    assert page.live
    assert page.title == f"{body.name}行政执法人员清单"
