"""A database that is busy for too long: the editor is told, and what was typed stands in the form."""

import re

import psycopg
import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, OperationalError
from django.urls import reverse

from pages.admin import saving, transactions
from pages.kinds.penalty.models import PenaltyDecisionPage
from tests.factories.pages import make_decision
from tests.tools.writers import fields_of

pytestmark = pytest.mark.django_db
LOCKED = OperationalError("database is locked by task importers.tasks.carry_on_run (process 7), since 09:00:00")
TYPED = "经查，当事人未按规定设置安全警示标志。"


def refuse(error: Exception):
    """A transaction that cannot begin."""

    def act():
        raise error

    return act


@pytest.fixture
def page():
    return make_decision(publish=True)


def send(client, page, **values):
    """Open the form, type, save; the answer and what was sent."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    typed = {**fields_of(client.get(address).content.decode()), "facts": TYPED, **values}
    return client.post(address, typed, headers={"Accept": "text/html"}), typed


def test_a_save_that_waits_too_long_shows_the_form_with_a_sentence(admin_client, page, monkeypatch, caplog):
    monkeypatch.setattr(saving, "act", refuse(LOCKED))
    answer, typed = send(admin_client, page)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    shown = BeautifulSoup(answer.content, "lxml")
    assert "未保存：此刻有多人或批量导入正在写入数据" in shown.select_one(".messages").text
    again = fields_of(answer.content.decode())
    changing = re.compile("csrfmiddlewaretoken|_FORMS$|__prefix__")
    assert {name: value for name, value in again.items() if not changing.search(name)} == {
        name: value for name, value in typed.items() if not changing.search(name)
    }
    assert "waited too long: database is locked by task importers.tasks.carry_on_run" in caplog.text
    assert PenaltyDecisionPage.objects.get(pk=page.pk).get_latest_revision_as_object().facts != TYPED
    monkeypatch.undo()
    answer = admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), again)
    assert answer.status_code == 302
    assert PenaltyDecisionPage.objects.get(pk=page.pk).get_latest_revision_as_object().facts == TYPED


def test_autosave_is_told_in_json(admin_client, page, monkeypatch):
    monkeypatch.setattr(saving, "act", refuse(LOCKED))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    typed = {**fields_of(admin_client.get(address).content.decode()), "facts": TYPED}
    answer = admin_client.post(address, typed, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["error_code"]) == (503, "busy")


def test_a_conflict_shows_the_form_too(admin_client, page, monkeypatch):
    monkeypatch.setattr(saving, "act", refuse(IntegrityError("UNIQUE constraint failed: pages_page.natural_key")))
    answer, _typed = send(admin_client, page)
    assert answer.status_code == 409
    assert "其他人员在同一时刻保存了数据" in BeautifulSoup(answer.content, "lxml").select_one(".messages").text
    assert fields_of(answer.content.decode())["facts"] == TYPED


def test_another_fault_of_the_database_is_not_hidden(admin_client, page, monkeypatch):
    monkeypatch.setattr(saving, "act", refuse(OperationalError("no such table: pages_page")))
    with pytest.raises(OperationalError):
        send(admin_client, page)


def test_an_act_without_such_a_form_can_be_sent_again(admin_client, page, monkeypatch):
    monkeypatch.setattr(transactions, "act", refuse(LOCKED))
    monkeypatch.setattr(transactions, "_is_inner", lambda: False)
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    answer = admin_client.post(address, {"reason": "“甲”\n乙", "next": "/admin/"})
    assert answer.status_code == 503
    shown = BeautifulSoup(answer.content, "lxml")
    assert "未保存" in shown.select_one("[role=alert]").text
    form = shown.select_one("form[method=post]")
    sent = {one["name"]: one.text for one in form.select("textarea")}
    assert (form["action"], sent) == (address, {"reason": "“甲”\n乙", "next": "/admin/"})


@pytest.mark.parametrize("state", ["LockNotAvailable", "DeadlockDetected", "SerializationFailure"])
def test_postgresqls_words_for_it_are_known(state):
    error = OperationalError("ERROR")
    error.__cause__ = getattr(psycopg.errors, state)("ERROR")
    assert transactions.is_busy(error)
    assert not transactions.is_busy(OperationalError("server closed the connection unexpectedly"))
