"""The sample's bodies and officers hang together, and loading them again changes nothing."""

import pytest
from django.utils import timezone

from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer
from pages.kinds.personnel.models import PersonnelListPage
from records.models import PublicRecord
from samples import agencies as bodies
from samples import officers
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db


def test_bodies_and_officers_can_be_loaded_twice():
    make_site()
    for _ in range(2):
        bodies.load()
        officers.load()
    assert AgencyPage.objects.count() == PersonnelListPage.objects.filter(live=True).count() == 2
    assert AgencyPage.objects.get(nature="entrusted").entrustment is not None
    assert Officer.objects.count() == len(officers.ROWS)
    versions = set(PublicRecord.objects.filter(kind="officer").values_list("version", flat=True))
    assert versions == {1}


def test_each_internal_unit_has_officers_and_those_without_a_valid_certificate_are_not_public():
    make_site()
    bodies.load()
    officers.load()
    units = set(AgencyPage.objects.get(nature="statutory").internal_units.values_list("name", flat=True))
    assert units == set(Officer.objects.exclude(unit_part="").values_list("unit_part", flat=True))
    shown = PublicRecord.objects.public(timezone.now()).filter(kind="officer").values_list("title", flat=True)
    valid = Officer.objects.valid_on(timezone.localdate()).values_list("name", flat=True)
    assert set(shown) == set(valid)
    assert not {"陶令仪", "杜若川", "唐亦林"} & set(shown)
