"""What a floor above registers or answers."""

from dataclasses import dataclass

import pytest
from django.core.exceptions import ImproperlyConfigured

from rules.registry import Registry
from rules.socket import Socket


@dataclass(frozen=True)
class Thing:
    key: str
    order: int = 0


def test_things_come_in_their_order_and_once_a_key():
    things: Registry[Thing] = Registry(order=lambda one: one.order)
    for one in (Thing("b", 2), Thing("a", 3), Thing("b", 1)):
        assert things.register(one) is one
    assert list(things) == [Thing("b", 1), Thing("a", 3)]
    assert (len(things), "a" in things, things["a"], things.get("c")) == (2, True, Thing("a", 3), None)


def test_without_an_order_they_stay_as_they_came():
    names: Registry[str] = Registry("")
    for name in ("sqlite", "elasticsearch", "sqlite"):
        names.register(name)
    assert list(names) == ["sqlite", "elasticsearch"]
    names.unregister("sqlite")
    names.unregister("never there")
    assert list(names) == ["elasticsearch"]


def test_it_may_change_while_it_is_walked():
    names: Registry[str] = Registry("")
    names.register("a")
    for name in names:
        names.register(name + "b")
    assert len(names) == 2


def test_a_socket_calls_whoever_plugged_in_last():
    socket = Socket("the sum")
    assert not socket.is_plugged
    with pytest.raises(ImproperlyConfigured, match="the sum"):
        socket(1, 2)
    socket.plug(lambda a, b: 0)
    socket.plug(lambda a, b: a + b)
    assert socket.is_plugged
    assert socket(1, b=2) == 3
