"""By when a record is to be public: on every kind, in bulk too, and on the desk when it is late."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pages.acts import DecisionChange, apply_decisions
from pages.base.deadlines import recount
from pages.kinds.penalty.importing import PenaltyData
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.types import kind_of
from records.types.decision_data import PartyData
from rules.models import AnnouncedYear, CalendarDay, DeadlineRule
from tests.factories.pages import make_decision, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False) as moved:
        yield moved


def test_a_decision_knows_by_when_the_law_wants_it_public(now):
    page = make_decision(decided_on=date(2026, 9, 29))
    assert page.publish_due_on == date(2026, 10, 14)
    assert not page.due_provisional
    assert page.due_rule.key == "publish_penalty"


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("penalty", "publish_penalty"),
        ("permit", "publish_permit"),
        ("coercion", "publish_other"),
        ("inspection_result", "publish_other"),
        ("other", "publish_other"),
        ("notice", "publish_default"),
        ("power", "publish_default"),
        ("agency", "publish_default"),
    ],
)
def test_each_kind_has_the_deadline_that_the_law_gives_it(kind, key):
    assert kind_of(kind).deadline == key


def test_what_is_not_to_be_public_has_no_deadline(now):
    page = make_decision(disclosure="not_public", disclosure_basis="《行政处罚法》第四十八条")
    assert page.publish_due_on is None


def test_decisions_made_in_bulk_know_it_too(now):
    make_site()
    facts = PenaltyData(
        doc_no="兴住建罚决字〔2026〕901号",
        decided_on=date(2026, 9, 29),
        facts="经查",
        parties=(PartyData("盘锦甲公司"),),
        agency_code="112111030012345672",
        penalty_types=("warning",),
    )
    apply_decisions([DecisionChange(facts)], user=None, publish=False)
    page = PenaltyDecisionPage.objects.get(natural_key=facts.natural_key())
    assert (page.publish_due_on, page.due_rule.key) == (date(2026, 10, 14), "publish_penalty")


def test_a_date_in_a_year_not_announced_is_provisional_until_it_is(now):
    with time_machine.travel("2026-12-29T02:00:00Z", tick=False):
        page = make_decision(decided_on=date(2026, 12, 28))
        assert (page.publish_due_on, page.due_provisional) == (date(2027, 1, 6), True)
        CalendarDay.objects.create(date=date(2027, 1, 1), is_workday=False, basis="元旦")
        AnnouncedYear.objects.create(year=2027, basis="国务院办公厅通知")
    page.refresh_from_db()
    assert (page.publish_due_on, page.due_provisional) == (date(2027, 1, 7), False)


def test_a_changed_rule_moves_open_deadlines(now):
    page = make_decision(decided_on=date(2026, 11, 2))
    rule = DeadlineRule.objects.get(key="publish_penalty")
    rule.limit = 5
    rule.save()
    page.refresh_from_db()
    assert page.publish_due_on == date(2026, 11, 9)
    assert recount() == 0


def test_the_desk_names_what_is_late_and_forgets_it_when_published(now, admin_client):
    page = make_decision(decided_on=date(2026, 11, 2))
    assert "2026年11月11日" in admin_client.get(reverse("pages_desk", args=["late"])).content.decode()
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("pages_desk", args=["late"]) in home
    let_out(page.save_revision())
    assert page.title not in admin_client.get(reverse("pages_desk", args=["late"])).content.decode()


def test_the_desk_tells_what_is_due_soon_and_what_has_no_severity(now, admin_client):
    page = make_decision(decided_on=date(2026, 11, 16))
    assert page.title in admin_client.get(reverse("pages_desk", args=["soon"])).content.decode()
    assert page.title in admin_client.get(reverse("pages_desk", args=["ungraded"])).content.decode()
    assert admin_client.get(reverse("pages_desk", args=["nothing"])).status_code == 404


def test_the_edit_screen_says_when_and_why(now, admin_client):
    page = make_decision(decided_on=date(2026, 9, 29))
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "2026年10月14日" in html
    assert "424号" in html


def test_soon_is_counted_in_working_days(admin_client):
    """On the last working day before a long holiday, what is due on the third day after it is due soon."""
    with time_machine.travel("2026-09-30T02:00:00Z", tick=False):
        page = make_decision(decided_on=date(2026, 9, 23), doc_no="兴住建罚决字〔2026〕903号")
        later = make_decision(decided_on=date(2026, 9, 24), doc_no="兴住建罚决字〔2026〕904号")
        assert (page.publish_due_on, later.publish_due_on) == (date(2026, 10, 10), date(2026, 10, 12))
        shown = admin_client.get(reverse("pages_desk", args=["soon"])).content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
        assert reverse("wagtailadmin_pages:edit", args=[later.pk]) not in shown
