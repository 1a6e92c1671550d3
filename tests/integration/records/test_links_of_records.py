"""A public page leads to records that are public at that moment, and to no other."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from pages.acts.withdraw import withdraw
from pages.kinds.penalty.models import PenaltyArticle
from records.models import PublicRecord
from records.types.present import addresses_of
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision
from tests.factories.powers import make_benchmark, make_power
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


def record_of(thing) -> PublicRecord:
    return PublicRecord.objects.get(key=getattr(thing, "record_key", "") or f"{thing.kind}-{thing.pk}")


def withdrawn(page, chief):
    withdraw(page, user=chief, reason="依据已废止")


def unpublished(page, chief):
    page.unpublish(user=chief)


def hidden(page, chief):
    page.disclosure = "not_public"
    page.save()


ACTS = [withdrawn, unpublished, hidden]
STATES = [
    {"state": "withdrawn"},
    {"state": "removed"},
    {"state": "repaired"},
    {"visible_to": timedelta(seconds=-1)},
    {"visible_from": timedelta(hours=1)},
]


@pytest.fixture
def chief(django_user_model):
    return django_user_model.objects.create_superuser("chief", password="x")


@pytest.fixture
def page():
    """A decision with all on which it may rest."""
    power = make_power()
    page = make_decision(power=power, benchmark=make_benchmark(power, (10_000, 20_000)))
    page.agency.effective_on = date(2026, 1, 1)
    let_out(page.agency.save_revision())
    page.officers = [make_officer()]
    page.cited = [PenaltyArticle(article=power.articles[0])]
    let_out(page.save_revision())
    return type(page).objects.get(pk=page.pk)


TARGETS = {
    "power": lambda page: page.power,
    "benchmark": lambda page: page.benchmark,
    "law": lambda page: page.power.articles[0].law,
    "agency": lambda page: page.agency,
}


def shows(client, thing, target) -> bool:
    answer = client.get(record_of(thing).path)
    assert answer.status_code == 200
    return f'href="{record_of(target).path}' in answer.content.decode()


@pytest.mark.parametrize("name", TARGETS)
def test_no_link_leads_to_a_record_that_is_not_public_at_the_moment(client, page, name):
    target = TARGETS[name](page)
    before = {column: getattr(record_of(target), column) for column in ("state", "visible_from", "visible_to")}
    assert shows(client, page, target)
    for state in STATES:
        values = {
            column: timezone.now() + value if isinstance(value, timedelta) else value for column, value in state.items()
        }
        with transaction.atomic():
            PublicRecord.objects.filter(pk=record_of(target).pk).update(**{**before, **values})
            assert not shows(client, page, target), state
            transaction.set_rollback(True)


@pytest.mark.parametrize("act", ACTS)
def test_a_benchmark_taken_down_is_no_link_on_its_power_and_on_decisions(client, chief, page, act):
    power, benchmark = page.power, page.benchmark
    assert shows(client, power, benchmark)
    assert shows(client, page, benchmark)
    act(benchmark, chief)
    assert not shows(client, power, benchmark)
    assert not shows(client, page, benchmark)


@pytest.mark.parametrize("act", ACTS)
def test_a_power_taken_down_is_no_link_on_its_benchmark_and_on_decisions(client, chief, page, act):
    power, benchmark = page.power, page.benchmark
    assert shows(client, benchmark, power)
    act(power, chief)
    assert not shows(client, benchmark, power)
    assert not shows(client, page, power)


def test_addresses_are_asked_of_the_moment(page):
    record = record_of(page.power)
    keys = [record.key, "law-0"]
    assert addresses_of(keys, record.visible_from) == {record.key: record.path}
    assert addresses_of(keys, record.visible_from - timedelta(seconds=1)) == {}
    assert addresses_of(keys, record.visible_to) == {}
