"""Settings and the addresses of lists are held in the process, and never longer than they are true."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from pages.base.tree import HomePage, SectionIndexPage
from records.models import PortalSettings
from tests.factories.pages import make_site
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

# The record at this address (none), the counters, the records of the list.
QUESTIONS = 3


@pytest.fixture(autouse=True)
def permits() -> None:
    make_site()
    # The rows that a test of this kind begins with know the tree, and not that it is the site's.
    Site.objects.update(root_page=HomePage.objects.get())
    Site.clear_site_root_paths_cache()
    make_record("permit")


def asked(client, path: str) -> list[str]:
    with CaptureQueriesContext(connection) as questions:
        assert client.get(path).status_code == 200
    return [question["sql"] for question in questions]


def test_a_list_asks_for_neither_settings_nor_tree_twice(client):
    client.get("/permits/")
    assert len(asked(client, "/permits/")) == QUESTIONS
    assert not [sql for sql in asked(client, "/permits/") if "wagtailcore_page" in sql or "portalsettings" in sql]


def test_settings_changed_by_whatever_hand_are_shown(client):
    PortalSettings.objects.create(section_name="甲栏目")
    assert "甲栏目" in client.get("/permits/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_portalsettings SET section_name = '乙栏目'")
    assert "乙栏目" in client.get("/permits/").content.decode()
    with transaction.atomic():
        PortalSettings.objects.update(section_name="未定栏目")
        assert "未定栏目" in client.get("/permits/").content.decode()
        transaction.set_rollback(True)
    assert "乙栏目" in client.get("/permits/").content.decode()


def test_a_list_that_comes_moves_or_goes(client):
    section = SectionIndexPage.objects.get(kind="notice")
    assert client.get("/notices/").status_code == 200
    section.slug = "tonggao"
    section.save()
    assert (client.get("/notices/").status_code, client.get("/tonggao/").status_code) == (404, 200)
    section.unpublish()
    assert client.get("/tonggao/").status_code == 404
    section.delete()
    parent = SectionIndexPage.objects.first().get_parent()
    assert client.get("/notices/").status_code == 404
    parent.add_child(instance=SectionIndexPage(title="通知公告", slug="notices", kind="notice"))
    assert client.get("/notices/").status_code == 200
