"""Officers are public while their certificate is valid and they are on duty, and never a day longer."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from pages.acts.rebuild_records import rebuild_records
from pages.kinds.officer.models import Officer
from records.models import OutboxEntry, PublicRecord
from rules.models import Term
from rules.windows import end_of_day
from tests.factories.officers import make_officer

pytestmark = pytest.mark.django_db


def record_of(officer: Officer) -> PublicRecord:
    return PublicRecord.objects.get(key=f"officer-{officer.pk}")


def test_an_officer_stands_in_the_public_list_with_the_official_columns(client):
    officer = make_officer(name="沈知微", unit_part="工程质量科", area="兴隆台区、辽东湾新区")
    record = record_of(officer)
    assert record.page_id is None
    assert record.path == f"/officers/{officer.pk}/"
    assert record.facets == {
        "area": ["兴隆台区", "辽东湾新区"],
        "category": ["工程质量安全监督"],
        "unit": ["兴隆台区住房和城乡建设局", "工程质量科"],
    }
    assert client.get("/officers/").context["records"][0].title == "沈知微"
    page = client.get(record.path).content.decode()
    for text in ("沈知微", "工程质量科", officer.certificate_no, "工程质量安全监督", "2030年12月31日"):
        assert text in page


def test_a_certificate_that_ends_takes_the_officer_off_the_list_without_any_act(client):
    officer = make_officer(valid_to=timezone.localdate() + timedelta(days=3))
    assert record_of(officer).visible_to == end_of_day(officer.valid_to)
    assert client.get(f"/officers/{officer.pk}/").status_code == 200
    with time_machine.travel(end_of_day(officer.valid_to), tick=False):
        assert client.get(f"/officers/{officer.pk}/").status_code == 410
        assert not client.get("/officers/").context["records"]


def test_one_whose_certificate_has_ended_already_is_never_public():
    officer = make_officer(valid_to=date(2024, 6, 30))
    assert not PublicRecord.objects.filter(key=officer.record_key).exists()


def test_leaving_deleting_and_returning_are_followed_at_once():
    officer = make_officer()
    officer.status = "left"
    officer.save()
    now = timezone.now()
    assert not record_of(officer).is_public(now)
    assert officer.status_since == timezone.localdate()
    officer.status = "active"
    officer.save()
    assert record_of(officer).is_public(timezone.now())
    key = officer.record_key
    Officer.objects.filter(pk=officer.pk).delete()
    assert not PublicRecord.objects.get(key=key).is_public(timezone.now())
    assert not OutboxEntry.objects.filter(key=key).exclude(version=PublicRecord.objects.get(key=key).version).exists()


def test_a_renewed_certificate_brings_the_officer_back():
    officer = make_officer(valid_to=timezone.localdate())
    officer.valid_to = timezone.localdate() + timedelta(days=700)
    officer.save()
    assert record_of(officer).visible_to == end_of_day(officer.valid_to)


def test_saving_again_without_a_change_writes_no_new_version():
    officer = make_officer()
    before = record_of(officer).version
    Officer.objects.get(pk=officer.pk).save()
    assert record_of(officer).version == before


def test_a_certificate_number_can_be_used_once_in_whatever_form_it_is_typed():
    officer = make_officer(certificate_no="辽L04270001X")
    twin = Officer(
        name="别人", unit=officer.unit, certificate_no=" 辽ｌ0427 0001x", area="兴隆台区",
        valid_from=date(2024, 1, 1), valid_to=date(2030, 1, 1),
    )  # fmt: skip
    with pytest.raises(ValidationError) as error:
        twin.full_clean()
    assert set(error.value.message_dict) == {"certificate_no"}
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_dates_of_a_certificate_are_in_order():
    officer = make_officer()
    officer.valid_to = officer.valid_from - timedelta(days=1)
    with pytest.raises(ValidationError) as error:
        officer.full_clean()
    assert "valid_to" in error.value.message_dict


def test_who_could_enforce_on_a_day():
    day = date(2026, 5, 4)
    good = make_officer(("gas", "municipal"), area="兴隆台区")
    make_officer(("gas",), valid_to=day - timedelta(days=1))
    make_officer(("gas",), valid_from=day + timedelta(days=1))
    make_officer(("gas",), status="suspended", status_since=day)
    later = make_officer(("gas",), status="left", status_since=day + timedelta(days=1))
    other = make_officer(("real_estate",), area="双台子区")
    found = Officer.objects.valid_on
    assert set(found(day)) == {good, later, other}
    assert set(found(day, category="gas")) == {good, later}
    assert set(found(day, category="gas", area="兴隆台区")) == {good, later}
    assert set(found(day, area="双台子区")) == {other}


def test_a_renamed_category_is_followed():
    officer = make_officer()
    Term.objects.filter(vocabulary="enforcement_category", code="quality_safety").update(label="质量监督")
    rebuild_records()
    assert record_of(officer).fields["categories"] == ["质量监督"]


def test_editors_list_and_edit_officers_and_each_change_stays_in_the_history(admin_client):
    officer = make_officer(name="沈知微")
    listing = admin_client.get("/admin/snippets/pages/officer/", {"certificate": "valid"})
    assert "沈知微" in listing.content.decode()
    assert '"/admin/snippets/"' not in listing.content.decode()  # no second menu beside the groups
    values = {
        "name": "沈知微", "certificate_no": officer.certificate_no, "unit": officer.unit_id, "unit_part": "燃气科",
        "position": "科长", "order": "1", "categories": [term.pk for term in officer.categories.all()],
        "area": "兴隆台区", "valid_from": "2024-01-01", "valid_to": "2030-12-31", "status": "active",
        "status_since": "", "legal_qualification_no": "",
    }  # fmt: skip
    answer = admin_client.post(f"/admin/snippets/pages/officer/edit/{officer.pk}/", values)
    assert answer.status_code == 302, answer.context["form"].errors
    assert record_of(officer).fields["unit_part"] == "燃气科"
    assert officer.revisions.count() == 1
    assert "燃气科" in str(officer.revisions.get().content)
