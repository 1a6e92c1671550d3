"""Editors are told of certificates and entrustments before they end, and of those that have."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.officers import make_officer
from tests.factories.pages import make_site
from tests.integration.pages.test_agencies import make_station

pytestmark = pytest.mark.django_db


@pytest.fixture
def officers():
    today = timezone.localdate()
    return {
        "over": make_officer(name="陶令仪", valid_to=today - timedelta(days=1)),
        "today": make_officer(name="蒋望舒", valid_to=today),
        "soon": make_officer(name="宋砚秋", valid_to=today + timedelta(days=59)),
        "later": make_officer(name="顾清和", valid_to=today + timedelta(days=60)),
        "left": make_officer(name="唐亦林", valid_to=today - timedelta(days=1), status="left"),
    }


@pytest.mark.parametrize(
    ("key", "named"), [("certificates_over", ["over"]), ("certificates_ending", ["today", "soon"])]
)
def test_the_desk_lists_them_with_the_way_to_the_form(admin_client, officers, key, named):
    html = admin_client.get(f"/admin/desk/{key}/").content.decode()
    for name, officer in officers.items():
        assert (officer.name in html) == (name in named)
        assert (f"/admin/snippets/pages/officer/edit/{officer.pk}/" in html) == (name in named)


def test_the_first_page_leads_there(admin_client, officers):
    make_site()
    assert "/admin/desk/certificates_over/" in admin_client.get("/admin/").content.decode()


def test_an_entrustment_that_ends_is_told(admin_client):
    make_station(entrusted_to=timezone.localdate() + timedelta(days=10))
    assert "质量安全监督站" in admin_client.get("/admin/desk/entrustments/").content.decode()
