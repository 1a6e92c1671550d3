"""No door without a room."""

from datetime import UTC, datetime

import pytest
from django.urls import NoReverseMatch

from records.public import navigation
from records.public.navigation import NavItem
from rules.registry import Registry

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def missing() -> str:
    raise NoReverseMatch("not installed")


def door(key: str, address: str, room: bool = True, order: int = 10, areas: tuple[str, ...] = ("main",)) -> NavItem:
    return NavItem(key, key, lambda: address, lambda now: room, areas=frozenset(areas), order=order)


@pytest.fixture
def doors(monkeypatch):
    """An empty house to fill."""
    monkeypatch.setattr(navigation, "nav_items", Registry(order=lambda item: (item.order, item.key)))
    return navigation.nav_items.register


def keys(area: str = "main", here: str = "") -> list[str]:
    return [found.key for found in navigation.shown_items(area, NOW, here)]


def test_doors_stand_in_their_order(doors):
    doors(door("second", "/b/", order=2))
    doors(door("first", "/a/", order=1))
    assert keys() == ["first", "second"]


def test_a_door_without_a_room_is_not_shown(doors):
    doors(door("empty", "/a/", room=False))
    doors(NavItem("absent", "absent", missing, lambda now: True))
    assert keys() == []


def test_a_room_is_asked_at_the_moment_of_the_request(doors):
    asked = []
    doors(NavItem("late", "late", lambda: "/late/", lambda now: asked.append(now) or now > NOW))
    assert keys() == []
    assert asked == [NOW]


def test_a_door_is_shown_in_its_areas_only(doors):
    doors(door("tile", "/a/", areas=("tile",)))
    assert keys("main") == []
    assert keys("tile") == ["tile"]


def test_registering_again_replaces(doors):
    doors(door("one", "/a/"))
    doors(door("one", "/b/"))
    assert [found.address for found in navigation.shown_items("main", NOW)] == ["/b/"]


@pytest.mark.parametrize(
    ("here", "marks"),
    [
        ("/base/", ["page", "", ""]),
        ("/base/decisions/", ["", "page", ""]),
        ("/base/decisions/2026/x/", ["", "true", ""]),
        ("/base/decisions/stats/y/", ["", "", "true"]),
        ("/elsewhere/", ["", "", ""]),
    ],
)
def test_the_place_of_the_reader_is_marked_once(doors, here, marks):
    doors(door("home", "/base/", order=0))
    doors(door("decisions", "/base/decisions/", order=1))
    doors(door("stats", "/base/decisions/stats/", order=2))
    assert [found.here for found in navigation.shown_items("main", NOW, here)] == marks
