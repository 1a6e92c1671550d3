"""Which seeded role may change or end what is public: asked of the act itself and of its screen."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pages.acts.correct import correct
from pages.acts.repair import repair
from pages.acts.window import override_window
from pages.acts.withdraw import withdraw
from records.models import Correction, CreditRepair, PublicRecord, RecordState, Withdrawal
from rules.models import Term
from tests.factories.pages import make_decision
from tests.factories.people import ROLES, person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MAY = {"编辑": set(), "审核": {"correct", "withdraw"}, "管理员": {"correct", "withdraw", "repair", "window"}}
ACTS = {
    "correct": lambda page, user: correct(page, user=user, text="更正"),
    "window": lambda page, user: override_window(page, user=user, last_day=date(2028, 1, 1), reason="复议期间"),
    "repair": lambda page, user: repair(page, user=user, decided_on=date(2026, 11, 20), deciding_body="信用主管部门"),
    "withdraw": lambda page, user: withdraw(page, user=user, reason="复议撤销"),
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def decision():
    return make_decision(publish=True, decided_on=date(2026, 4, 8))


def forms() -> dict[str, dict[str, Any]]:
    ground = Term.objects.get(vocabulary="withdrawal_ground", code="revoked")
    return {
        "correct": {"text": "更正"},
        "window": {"reason": "复议期间", "last_day": "2028-01-01"},
        "repair": {"decided_on": "2026-11-20", "deciding_body": "信用主管部门"},
        "withdraw": {"reason": "复议撤销", "ground": ground.pk, "arisen_on": "2026-11-20"},
    }


def facts() -> tuple[Any, ...]:
    """What any of the acts would change."""
    record = PublicRecord.objects.values("state", "version", "visible_to").get()
    return record, Correction.objects.count(), CreditRepair.objects.count(), Withdrawal.objects.count()


@pytest.mark.parametrize("role", ["", *ROLES])
def test_what_a_role_may_not_do_is_refused_by_act_and_screen(client, decision, role):
    user = person(*filter(None, [role]), name="somebody")
    client.force_login(user)
    before = facts()
    for act in ACTS.keys() - MAY.get(role, set()):
        with pytest.raises(PermissionDenied):
            ACTS[act](decision, user)
        address = reverse(f"pages_{act}", args=[decision.pk])
        assert client.get(address).status_code == 302, act
        assert client.post(address, forms()[act]).status_code == 302, act
        assert facts() == before, act


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_do_it_does_through_the_screen(client, decision, role):
    client.force_login(person(role))
    done = set()
    for act in [act for act in ("correct", "window", "repair", "withdraw") if act in MAY[role]]:
        before = facts()
        page = decision if act != "withdraw" else make_decision(publish=True)
        if act == "correct":
            draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
            draft.basis = "《建设工程质量管理条例》第五十七条第一款"
            draft.save_revision()
        answer = client.post(reverse(f"pages_{act}", args=[page.pk]), forms()[act])
        assert answer.status_code == 302, act
        if page is decision:
            assert facts() != before, act
        else:
            assert PublicRecord.objects.get(page_id=page.pk).state == RecordState.WITHDRAWN
        done.add(act)
    assert done == MAY[role]
