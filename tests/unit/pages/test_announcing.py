"""What is saved is heard."""

from django.dispatch import Signal

from pages.base import announcing


def test_everything_announced_is_heard():
    assert announcing.check_listening(None) == []


def test_a_saving_that_nobody_hears_is_an_error_at_start(monkeypatch):
    monkeypatch.setitem(announcing.ALL, "page_saved", Signal())
    found = announcing.check_listening(None)
    assert [error.id for error in found] == ["pages.E010"]
    assert "page_saved" in found[0].msg
