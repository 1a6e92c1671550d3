"""What the first page of the admin asks the database: little more than Wagtail's own, however much there is."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks

from tests.factories.commits import commit
from tests.factories.pages import make_decision, make_site
from tests.factories.people import ROLES, person
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db

# First run, the scheduler, the counters, two counts in one, rebuilding, the calendar (two), the desk.
OURS = 8


def asked(client) -> int:
    client.get(reverse("wagtailadmin_home"))  # what a process keeps for ever is asked once
    with CaptureQueriesContext(connection) as questions:
        assert client.get(reverse("wagtailadmin_home")).status_code == 200
    return len(questions)


@pytest.fixture
def bare(monkeypatch):
    """The same page without our panels."""
    construct = [one for one in hooks.get_hooks("construct_homepage_panels") if "wagtail." in one.__module__]

    def ours_away(name):
        return construct if name == "construct_homepage_panels" else hooks_of(name)

    hooks_of = hooks.get_hooks
    return lambda: monkeypatch.setattr(hooks, "get_hooks", ours_away)


@pytest.mark.parametrize("group", ROLES)
def test_the_first_page_asks_little_more_than_wagtails(client, bare, group):
    make_site()
    client.force_login(person(group))
    with_ours = asked(client)
    bare()
    assert with_ours - asked(client) <= OURS


def test_it_asks_no_more_when_there_is_more(client):
    make_site()
    client.force_login(person("审核"))
    before = asked(client)
    for number in range(30):
        make_record("permit")
        make_decision(doc_no=f"兴住建罚决字〔2026〕{number}号")
    commit()
    caches["counts"].clear()
    assert asked(client) <= before
