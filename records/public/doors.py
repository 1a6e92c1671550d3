"""The doors of this floor: the home page, one list for each kind of record, and all of them together."""

from collections.abc import Callable
from datetime import datetime

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from records.kinds import Kind, all_kinds
from records.public.navigation import Door, register
from records.snapshot import Rooms, rooms


def kinds_with_room(now: datetime) -> frozenset[str]:
    """Keys of the kinds that have a public record at this moment."""
    return _rooms(now).kinds


def _rooms(now: datetime) -> Rooms:
    return rooms(now, [kind.key for kind in all_kinds()])


def section_address(kind: Kind) -> str:
    """The list of a kind, base path included."""
    return f"{get_script_prefix()}{kind.section}/"


def _room(kind: Kind) -> Callable[[datetime], bool]:
    return lambda now: kind.key in kinds_with_room(now)


def _address(kind: Kind) -> Callable[[], str]:
    return lambda: section_address(kind)


def open_house() -> None:
    """Register the doors; called when the app is ready."""
    register(Door("home", _("Home page"), get_script_prefix, lambda now: True, order=0))
    for kind in all_kinds():
        areas = {"main", "tile"} if kind.in_navigation else {kind.phase.value}
        if kind.in_footer:
            areas.add("footer")
        register(
            Door(
                kind.key,
                kind.menu_label or kind.label,
                _address(kind),
                _room(kind),
                hint=kind.hint,
                areas=frozenset(areas),
                order=kind.order,
            )
        )
    register(
        Door(
            "withdrawals",
            _("Withdrawn decisions"),
            lambda: reverse("withdrawals"),
            lambda now: _rooms(now).withdrawals,
            hint=_("Which decisions were taken down, and why?"),
            areas=frozenset({"aside", "footer"}),
            order=900,
        )
    )
    register(
        Door(
            "feed",
            _("Subscribe to new publications"),
            lambda: reverse("feed"),
            lambda now: any(kind.is_news and kind.key in kinds_with_room(now) for kind in all_kinds()),
            areas=frozenset({"footer"}),
            order=1100,
        )
    )
    register(
        Door(
            "contents",
            _("All columns"),
            lambda: reverse("contents"),
            lambda now: len(kinds_with_room(now)) > 1,
            hint=_("Who enforces, on what basis, by which procedure, with what result?"),
            areas=frozenset({"main", "tile", "footer"}),
            order=1000,
        )
    )
