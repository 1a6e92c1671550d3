"""A kind of record goes the whole way from its declaration: page, projection, list, filters, search, sitemap, doors."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import Page

from pages.base.tree import DecisionIndexPage, SectionIndexPage
from pages.kinds.permit.models import PermitDecisionPage
from records.models import PublicRecord
from records.types import all_kinds, kind_of
from samples import permits
from search import service
from search.forms import SearchQuery
from tests.factories.pages import make_decision, make_site

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


@pytest.fixture
def permit(monkeypatch) -> PermitDecisionPage:
    """The first of three permits, one of each licence."""
    make_site()
    monkeypatch.setattr(permits, "rows", lambda: permits.FIXED)
    permits.load()
    return PermitDecisionPage.objects.order_by("pk").first()


def test_each_kind_has_its_section():
    make_site()
    sections = {
        *DecisionIndexPage.objects.values_list("kind", flat=True),
        *SectionIndexPage.objects.values_list("kind", flat=True),
    }
    assert sections == {kind.key for kind in all_kinds()}


def test_a_permit_is_projected_by_its_declaration(permit):
    record = PublicRecord.objects.get(page_id=permit.pk)
    assert record.key == f"permit-{permit.pk}"
    assert record.path == f"/permits/2026/{permit.slug}/"
    assert record.fields["licence_name"] == "建筑工程施工许可证"
    assert record.facets == {"permit_kind": ["普通"], "licence": ["建筑工程施工许可证"]}
    assert "辽滨嘉园" in record.body
    assert record.visible_to > timezone.now() + timedelta(days=365)


def test_its_list_is_narrowed_by_its_own_filters(client, permit):
    page = client.get("/permits/")
    assert page.status_code == 200
    assert permit.title in [one.title for one in page.context["records"]]
    narrowed = client.get("/permits/", {"licence": "商品房预售许可证"})
    assert {one.fields["licence_name"] for one in narrowed.context["records"]} == {"商品房预售许可证"}
    assert client.get("/permits/2026/").status_code == 200
    assert client.get("/permits/2019/").status_code == 404


def test_its_page_shows_what_is_declared_and_its_permanent_address_leads_there(client, permit):
    record = PublicRecord.objects.get(page_id=permit.pk)
    html = client.get(record.path).content.decode()
    assert "辽滨嘉园" in html
    assert "2028年3月15日" in html
    assert client.get(record.permalink).headers["Location"] == record.path


def test_a_penalty_with_the_same_number_has_a_permanent_address_of_its_own(client, permit):
    penalty = make_decision(publish=True, doc_no=permit.doc_no)
    permalinks = set(
        PublicRecord.objects.filter(page_id__in=[penalty.pk, permit.pk]).values_list("permalink", flat=True)
    )
    assert len(permalinks) == 2


def test_search_offers_its_filters_when_it_is_the_kind_that_is_chosen(permit):
    make_decision(publish=True)
    now = timezone.now()
    everything = service.find(SearchQuery.of(""), now, only="database")
    assert set(everything.hits.facets) == {"kind", "year", "penalty", "agency"}
    own = service.find(SearchQuery.of("", {"kind": ["permit"], "licence": ["燃气经营许可证"]}), now, only="database")
    of_licence = Counter(row[4] for row in permits.rows())
    assert own.hits.total == of_licence["燃气经营许可证"]
    assert own.hits.facets["licence"]["商品房预售许可证"] == of_licence["商品房预售许可证"]


def test_a_page_stands_only_in_the_section_of_its_kind(permit):
    penalties = DecisionIndexPage.objects.get(kind="penalty").add_child(
        instance=type(permit.get_parent().specific)(title="2020年", slug="2020", year=2020)
    )
    assert not PermitDecisionPage.can_exist_under(penalties)
    assert PermitDecisionPage.can_exist_under(permit.get_parent())


def test_the_sitemap_names_it(client, permit):
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-permit-2026-1.xml" in index
    assert permit.slug in client.get("/sitemap-permit-2026-1.xml").content.decode()


def test_all_lists_that_hold_something_stand_on_one_page(client, permit):
    make_decision(publish=True, decided_on=date(2026, 10, 8))
    html = client.get("/contents/").content.decode()
    assert "/permits/" in html
    assert "/decisions/" in html
    for kind in all_kinds():
        room = PublicRecord.objects.filter(kind=kind.key).exists()
        assert (f'href="/{kind.section}/"' in html) == room


def test_editors_find_a_listing_for_each_kind(admin_client, permit):
    for kind in all_kinds():
        if kind.model:
            model = kind_of(kind.key).model
            answer = admin_client.get(f"/admin/records/new/{kind.key}/", follow=True)
            assert answer.status_code == 200, kind.key
            assert isinstance(answer.context["form"].instance, model)


def test_who_may_not_add_a_record_makes_no_place_for_one(client, django_user_model):
    make_site()
    DecisionIndexPage.objects.get(kind="other").delete()
    user = django_user_model.objects.create_user("reader", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    before = Page.objects.count()
    for kind in all_kinds():
        if kind.model:
            assert client.get(f"/admin/records/new/{kind.key}/").status_code in {302, 403}
    assert Page.objects.count() == before
    chief = django_user_model.objects.create_superuser("chief", password="x")
    client.force_login(chief)
    assert client.get("/admin/records/new/other/").url.startswith("/admin/pages/add/")
    assert Page.objects.count() == before + 2
    assert client.get("/admin/records/new/other/").status_code == 302
    assert Page.objects.count() == before + 2
