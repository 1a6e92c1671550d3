"""Enforcement bodies: the official items are public, an entrusted body shows on what it rests."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.core.files.base import ContentFile

from pages.acts.release import ReleaseRefusedError
from pages.acts.site_tree import ensure_site_tree, section_for
from pages.base.tree import SectionIndexPage
from pages.kinds.agency.models import AgencyPage, InternalUnit
from privacy.models import BureauDocument
from records.models import PublicRecord
from rules.windows import LONG_TERM, end_of_day
from tests.factories.files import passed
from tests.factories.officers import make_officer
from tests.factories.pages import BUREAU, make_site, take_site_away
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
STATION_CODE = "12211103410000007C"


def record_of(body: AgencyPage) -> PublicRecord:
    return PublicRecord.objects.get(key=f"agency-{body.pk}")


def make_letter() -> BureauDocument:
    file = ContentFile(b"%PDF-1.4", name="entrustment.pdf")
    return passed(BureauDocument.objects.create(title="委托书", file=file))


def publish(body: AgencyPage, **values: object) -> AgencyPage:
    for name, value in {"effective_on": date(2024, 1, 1), **values}.items():
        setattr(body, name, value)
    let_out(body.save_revision())
    return AgencyPage.objects.get(pk=body.pk)


def make_station(**values: object) -> AgencyPage:
    make_site()
    facts = {
        "name": "兴隆台区建设工程质量安全监督站", "credit_code": STATION_CODE, "nature": "entrusted",
        "entrusting_body": BUREAU.name, "entrusted_from": date(2025, 1, 1), "entrusted_to": date(2027, 12, 31),
        "entrustment": make_letter(), **values,
    }  # fmt: skip
    body = section_for("agency").add_child(instance=AgencyPage(live=False, **facts))
    return publish(body)


def test_the_tree_keeps_the_bureau_in_its_section_as_a_draft_until_a_day_is_given():
    bureau = make_site()
    assert bureau.get_parent().specific == SectionIndexPage.objects.get(kind="agency")
    assert not bureau.live
    assert bureau.title == BUREAU.name


def test_a_bureau_whose_day_is_known_is_published_with_the_tree(client):
    take_site_away()
    ensure_site_tree("行政执法公示", replace(BUREAU, effective_on=date(2024, 1, 1)))
    body = AgencyPage.objects.get()
    assert body.live
    assert record_of(body).visible_to == end_of_day(LONG_TERM)
    assert client.get("/agencies/").context["records"][0].title == BUREAU.name


def test_the_public_page_shows_the_official_items_and_the_internal_units(client):
    bureau = make_site()
    bureau.internal_units = [
        InternalUnit(name="工程质量科", duties="负责工程质量监督", responsible="顾清和", phone="0427-0000011")
    ]
    bureau = publish(bureau, staff=46, head="罗景川", jurisdiction="兴隆台区行政区域")
    record = record_of(bureau)
    assert record.region == "211103"
    html = client.get(record.path).content.decode()
    assert "2099" not in html
    for text in (
        "长期公示",
        "法定行政机关",
        bureau.credit_code,
        "46",
        "罗景川",
        "0427-0000011",
        "顾清和",
        "兴隆台区行政区域",
    ):
        assert text in html


def test_an_entrusted_body_shows_its_entrustment_and_leaves_with_it(client):
    bureau = publish(make_site())
    station = make_station()
    record = record_of(station)
    assert record.visible_to == end_of_day(date(2027, 12, 31))
    html = client.get(record.path).content.decode()
    assert record_of(bureau).path in html
    assert "2027年12月31日" in html
    letter = record.fields["attachments"][0]
    assert letter["document"] == station.entrustment_id
    assert client.get(f"/documents/{letter['document']}/{letter['name']}").status_code == 200
    with time_machine.travel(record.visible_to, tick=False):
        assert client.get(record.path).status_code == 410
        assert client.get(f"/documents/{letter['document']}/{letter['name']}").status_code == 410


def form_values(**values: object) -> dict[str, object]:
    return {
        "name": "兴隆台区建设工程质量安全监督站", "nature": "entrusted", "credit_code": STATION_CODE,
        "region_code": "", "staff": "", "head": "", "phone": "", "address": "", "duties": "", "jurisdiction": "",
        "entrusting_body": "", "entrusted_from": "", "entrusted_to": "", "entrustment": "",
        "remedy_review_body": "", "remedy_court": "", "effective_on": "2024-01-01", "position": "",
        "disclosure": "public", "disclosure_basis": "", "action-publish": "1",
        **{f"{name}-{end}": "0" for name in ("internal_units", "attachments")
           for end in ("TOTAL_FORMS", "INITIAL_FORMS")},
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **values,
    }  # fmt: skip


def send(admin_client, **values: object):
    section = section_for("agency")
    return admin_client.post(f"/admin/pages/add/pages/agencypage/{section.pk}/", form_values(**values))


def test_an_entrusted_body_cannot_be_published_without_its_entrustment(admin_client):
    make_site()
    answer = send(admin_client)
    errors = answer.context["form"].errors
    assert set(errors) == {"entrusting_body", "entrusted_from", "entrusted_to", "entrustment"}
    whole = send(
        admin_client, entrusting_body=BUREAU.name, entrusted_from="2025-01-01", entrusted_to="2027-12-31",
        entrustment=make_letter().pk,
    )  # fmt: skip
    assert whole.status_code == 302, whole.context["form"].errors
    assert AgencyPage.objects.get(credit_code=STATION_CODE).live


def test_an_entrustment_does_not_end_before_it_begins(admin_client):
    make_site()
    answer = send(admin_client, entrusted_from="2027-01-01", entrusted_to="2026-01-01")
    assert "entrusted_to" in answer.context["form"].errors


@pytest.mark.parametrize("code", [BUREAU.credit_code, "112111030012345673"])
def test_a_code_that_is_taken_or_wrong_is_refused_at_the_field(admin_client, code):
    make_site()
    answer = send(admin_client, nature="statutory", credit_code=code)
    assert list(answer.context["form"].errors) == ["credit_code"]


def test_a_new_name_of_the_body_reaches_its_officers():
    bureau = publish(make_site())
    officer = make_officer(unit=bureau)
    publish(bureau, name="兴隆台区住房城乡建设局")
    assert PublicRecord.objects.get(key=officer.record_key).agency == "兴隆台区住房城乡建设局"


def test_the_phones_of_an_office_are_public_even_when_they_are_mobile():
    bureau = make_site()
    bureau.internal_units = [InternalUnit(name="值班室", phone="13904270001", duties="受理举报")]
    record = record_of(publish(bureau, phone="13904270002"))
    assert record.fields["phone"] == "13904270002"
    (unit,) = record.fields["internal_units"]
    assert unit["phone"] == "13904270001"


def test_an_identity_number_among_the_duties_of_an_office_keeps_the_body_in():
    bureau = make_site()
    bureau.internal_units = [InternalUnit(name="值班室", duties="张三身份证210102199003071234")]
    with pytest.raises(ReleaseRefusedError, match="内设执法机构"):
        publish(bureau)
