"""Windows of records under the settings: system, transition, unknown severity, long-term by a person."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pages.acts.window import override_window
from rules.models import PublicationSettings, WindowRule
from rules.windows import LONG_TERM, end_of_day
from tests.factories.pages import make_decision, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-04-09T02:00:00Z", tick=False) as moved:
        yield moved


def choose(**values) -> None:
    settings = PublicationSettings.load()
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def test_the_chosen_system_rules_what_is_saved_from_then_on():
    page = make_decision(decided_on=date(2026, 4, 2))
    assert page.expire_at == end_of_day(date(2027, 4, 2))
    choose(window_system="enforcement")
    page.save()
    assert (page.expire_at, page.window_rule.system) == (end_of_day(date(2031, 4, 2)), "enforcement")


def test_the_transition_is_by_decision_until_the_settings_say_publication():
    facts = {"decided_on": date(2026, 3, 31), "declared_window_end": date(2029, 3, 31)}
    assert make_decision(**facts).expire_at == end_of_day(date(2029, 3, 31))
    choose(window_regime="publication")
    page = make_decision(**{**facts, "doc_no": "兴住建罚决字〔2026〕902号"})
    assert page.expire_at == end_of_day(date(2027, 3, 31))


def test_what_was_public_before_a_regime_keeps_the_old_one(now):
    choose(window_regime="publication")
    now.move_to("2026-03-31T02:00:00Z")
    page = make_decision(decided_on=date(2026, 3, 30), declared_window_end=date(2029, 3, 30), publish=True)
    now.move_to("2026-04-20T02:00:00Z")
    page.refresh_from_db()
    let_out(page.save_revision())
    page.refresh_from_db()
    assert page.expire_at == end_of_day(date(2029, 3, 30))


def test_the_form_marks_a_penalty_without_severity(admin_client):
    page = make_decision(decided_on=date(2026, 4, 2))
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "<strong>待分级</strong>" in html


def test_a_person_may_choose_long_term_but_not_without_a_reason(admin_client):
    page = make_decision(decided_on=date(2026, 4, 2), publish=True)
    address = reverse("pages_window", args=[page.pk])
    refused = admin_client.post(address, {"long_term": "on", "reason": ""})
    assert refused.context["form"].errors["reason"]
    page.refresh_from_db()
    assert page.expire_at == end_of_day(date(2027, 4, 2))
    assert admin_client.post(address, {"long_term": "on", "reason": "终身限制从业，至解除为止"}).status_code == 302
    page.refresh_from_db()
    assert page.expire_at == end_of_day(LONG_TERM)
    again = admin_client.get(address).content.decode()
    assert "终身限制从业" in again


def test_a_window_needs_a_day_or_long_term(admin_client):
    page = make_decision(decided_on=date(2026, 4, 2))
    refused = admin_client.post(reverse("pages_window", args=[page.pk]), {"reason": "本人申请"})
    assert refused.context["form"].errors["last_day"]


def test_an_act_without_a_reason_is_refused_whoever_calls(admin_user):
    page = make_decision(decided_on=date(2026, 4, 2))
    with pytest.raises(ValueError, match="reason"):
        override_window(page, user=admin_user, last_day=LONG_TERM, reason=" ")


def test_the_table_in_the_database_holds_every_system():
    make_site()
    systems = WindowRule.objects.filter(act="penalty", enabled=True).values_list("system", flat=True)
    assert set(systems) == {"enforcement", "credit", "market"}
    assert WindowRule.objects.get(act="permit").follows_validity
    assert WindowRule.objects.get(is_cap=True).system == "enforcement"
