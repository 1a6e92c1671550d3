"""A site without its home page says so, and is set up by a form, once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, Site

from gongshi.operations.unopened import UnopenedSiteMiddleware, check_portal_section
from pages.acts.open_portal_section import is_open, open_first
from pages.admin.forms.first_run import FirstRunForm
from pages.base.tree import DecisionIndexPage, HomePage, SectionIndexPage
from pages.kinds.agency.models import AgencyPage
from records.models import PortalSettings
from tests.factories.pages import take_site_away
from tests.factories.people import person

pytestmark = pytest.mark.django_db
CODE = "112111030012345672"
ADDRESSES = [
    *("/", "/contents/", "/decisions/", "/decisions/2026/2026-1/", "/permits/?year=2026", "/notices/"),
    *("/search/?q=罚款", "/search/", "/feed.xml", "/sitemap.xml", "/sitemap-penalty-2026-1.xml", "/robots.txt"),
    *("/d/112111030012345672/penalty/1/", "/withdrawals/", "/codes/penalty-1.svg", "/documents/1/a.pdf", "/no/such/"),
]


@pytest.fixture(autouse=True)
def forgotten(db, monkeypatch):
    """No column, and a process that has not seen one yet and forgets this one afterwards."""
    take_site_away()
    monkeypatch.setattr(UnopenedSiteMiddleware, "seen_until", 0.0)


def sent(**values: object) -> dict[str, object]:
    return {
        "section_name": "行政执法公示",
        "bureau_name": "兴隆台区住房和城乡建设局",
        "credit_code": CODE,
        "region_code": "211103",
        "site_name": "兴隆之窗",
        "site_code": "2111030001",
        "sections": ["penalty", "permit"],
        **values,
    }


@pytest.fixture
def keeper(client):
    user = person("管理员")
    client.force_login(user)
    return user


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_public_address_says_that_it_is_being_prepared(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert "尚未配置" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")


def test_a_column_that_was_seen_is_not_asked_for_at_each_address(client, django_assert_num_queries):
    home = Page.get_first_root_node().add_child(instance=HomePage(title="行政执法公示", slug="column"))
    Site.objects.update(root_page=home)
    assert client.get("/").status_code == 200
    with django_assert_num_queries(0):
        assert UnopenedSiteMiddleware._is_open()
    home.delete()
    UnopenedSiteMiddleware.seen_until -= 60
    assert client.get("/").status_code == 503


def test_probes_and_the_way_in_pass(client):
    assert client.get("/healthz").status_code == 200
    checks = client.get("/readyz").json()["checks"]
    assert checks["column"]["symptom"] == "site-not-set-up"
    assert client.get("/admin/login/").status_code == 200


def test_the_check_names_what_is_missing_and_where_to_go():
    said = StringIO()
    call_command("check", databases=["default"], stderr=said)
    assert "gongshi.W001" in said.getvalue()
    assert "prepare_site" in said.getvalue()
    assert "/admin/" in said.getvalue()
    Page.get_first_root_node().add_child(instance=HomePage(title="行政执法公示", slug="column"))
    assert check_portal_section(None, ["default"]) == []


def test_a_database_without_tables_is_not_its_business(monkeypatch):
    monkeypatch.setattr(HomePage._meta, "db_table", "not_there_yet")
    assert check_portal_section(None, ["default"]) == []


def test_an_administrator_sets_the_site_up_from_the_first_page(client, keeper):
    address = reverse("pages_first_run")
    assert address in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(address).context["form"]["sections"].value()
    answer = client.post(address, sent())
    body = AgencyPage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_pages:edit", args=[body.pk]))
    assert (body.name, body.credit_code, body.region_code, body.live) == (sent()["bureau_name"], CODE, "211103", False)
    home, site = HomePage.objects.get(), Site.objects.get(is_default_site=True)
    assert (site.root_page_id, site.hostname, site.port) == (home.pk, "127.0.0.1", 8000)
    assert {one.kind for one in DecisionIndexPage.objects.all()} == {"penalty", "permit"}
    assert {one.kind for one in SectionIndexPage.objects.all()} == {"agency"}
    column = PortalSettings.objects.get()
    assert (column.bureau_name, column.site_code, column.site_name) == (body.name, "2111030001", "兴隆之窗")
    assert client.get("/").status_code == 200
    assert client.get(reverse("pages_new_record", args=["notice"]), follow=True).status_code == 200
    assert address not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_second_time_does_nothing(client, keeper):
    client.post(reverse("pages_first_run"), sent())
    before = list(Page.objects.values_list("pk", "title"))
    answer = client.post(reverse("pages_first_run"), sent(bureau_name="另一个局", credit_code="11210000MB0000000X"))
    assert answer.status_code == 302
    form = FirstRunForm(sent(section_name="别的"))
    assert form.is_valid()
    # As one finds it who filled in the form while the other was sending hers.
    assert not open_first(form.opening())
    assert list(Page.objects.values_list("pk", "title")) == before
    assert PortalSettings.objects.get().bureau_name == sent()["bureau_name"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("credit_code", "112111030012345673"),
        ("credit_code", ""),
        ("region_code", "21"),
        ("site_code", "21-1"),
        ("bureau_name", " "),
    ],
)
def test_bad_input_is_answered_at_its_field_and_builds_nothing(client, keeper, name, value):
    answer = client.post(reverse("pages_first_run"), sent(**{name: value}))
    assert list(answer.context["form"].errors) == [name]
    assert not is_open()
    assert not PortalSettings.objects.exists()


@pytest.mark.parametrize("role", ["编辑", "审核"])
def test_nobody_else_may(client, role):
    client.force_login(person(role))
    shown = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "请联系管理员" in shown
    assert reverse("pages_first_run") not in shown
    assert client.post(reverse("pages_first_run"), sent()).status_code == 302
    assert not is_open()
    answer = client.get(reverse("pages_new_record", args=["penalty"]), follow=True)
    assert "尚未配置" in " ".join(str(one) for one in answer.context["messages"])


def test_what_was_set_before_is_not_written_over():
    PortalSettings.objects.create(bureau_name="本单位", slogan="执法公开")
    form = FirstRunForm(sent())
    assert form.is_valid()
    assert open_first(form.opening())
    assert PortalSettings.objects.get().bureau_name == "本单位"
