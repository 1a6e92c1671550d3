"""The foot of every page leads to what exists and is public; nothing internal is printed on the way."""

import re

import pytest
from django.utils import timezone

from pages.acts.withdraw import Ground, withdraw
from records.models import PublicRecord
from records.signals import records_written
from rules.models import Term, WindowRule
from tests.factories.pages import make_decision, make_site
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
NOTE = "未见上级统一规定"


@pytest.fixture
def foot(client):
    """Addresses in the foot of the home page."""

    def links() -> list[str]:
        records_written.send(PublicRecord, keys=[], bulk=True, now=timezone.now())
        html = client.get("/").content.decode().partition("<footer")[2]
        return re.findall(r'<a href="([^"]+)"', html)

    return links


def test_the_foot_leads_to_what_there_is(client, foot, admin_user):
    make_site()
    assert foot() == []
    make_record("remedies")
    decision = make_decision(publish=True)
    assert foot() == ["/remedies/", "/contents/", "/feed.xml"]
    ground = Term.objects.get(vocabulary="withdrawal_ground", code="revoked")
    withdraw(decision, user=admin_user, reason="原决定被撤销。", ground=Ground(ground, timezone.localdate(), "", ""))
    make_record("permit")
    assert foot() == ["/remedies/", "/withdrawals/", "/contents/", "/feed.xml"]
    assert all(client.get(address).status_code == 200 for address in foot())


def test_the_foot_asks_the_database_nothing_twice(client, django_assert_max_num_queries):
    make_record("remedies")
    client.get("/contents/")
    with django_assert_max_num_queries(8):
        assert "/remedies/" in client.get("/contents/").content.decode()


def test_no_rule_has_a_note_in_its_basis():
    rules = WindowRule.objects.filter(note=NOTE)
    assert set(rules.values_list("act", flat=True)) >= {"permit", "coercion", "inspection_result", "other", "notice"}
    assert set(rules.values_list("basis", flat=True)) == {"本机关自行设定"}
    assert not WindowRule.objects.filter(basis__contains="未见").exists()


def test_the_public_reads_the_basis_of_today_and_no_note(client):
    decision = make_decision(publish=True)
    rule = decision.window_rule
    rule.basis, rule.note = "局务会2026年第3次会议纪要", "待上级明确"
    rule.save()
    record = PublicRecord.objects.get(page=decision)
    assert record.fields["window_basis"] == rule.basis
    html = client.get(record.path).content.decode()
    assert "局务会" in html
    assert rule.note not in html + str(record.fields) + record.body
