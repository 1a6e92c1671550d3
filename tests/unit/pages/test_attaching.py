"""What is given to the pages from above is missed at once."""

import pytest

from pages.admin.attaching import check_forms
from pages.base import sockets
from pages.kinds.permit.models import PermitDecisionPage


def test_every_kind_has_its_form():
    assert check_forms(None) == []


@pytest.mark.parametrize("name", ["content_panels", "base_form_class"])
def test_a_page_type_without_a_form_of_its_own_is_an_error(monkeypatch, name):
    monkeypatch.delattr(PermitDecisionPage, name)
    (error,) = check_forms(None)
    assert (error.id, error.obj, name in error.msg) == ("pages.E011", PermitDecisionPage, True)


def test_every_question_upward_is_answered():
    assert sockets.check_sockets(None) == []


def test_a_question_that_nobody_answers_is_an_error(monkeypatch):
    monkeypatch.setattr(sockets.release, "_call", None)
    assert [error.id for error in sockets.check_sockets(None)] == ["pages.E012"]
