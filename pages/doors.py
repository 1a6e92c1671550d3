"""The doors of this floor: the home page, one list for each kind of record, and all of them together."""

from collections.abc import Callable
from datetime import datetime

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from pages.kinds import Kind, all_kinds
from pages.models import Withdrawal
from pages.navigation import Door, register
from pages.publication.snapshot import rooms


def kinds_with_room(now: datetime) -> frozenset[str]:
    """Keys of the kinds that have a public record at this moment."""
    return rooms(now, [kind.key for kind in all_kinds()]).kinds


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
            lambda now: Withdrawal.objects.exists(),
            hint=_("Which decisions were taken down, and why?"),
            areas=frozenset({"aside"}),
            order=900,
        )
    )
    register(
        Door(
            "contents",
            _("All columns"),
            lambda: reverse("contents"),
            lambda now: len(kinds_with_room(now)) > 1,
            hint=_("Who enforces, on what basis, by which procedure, with what result?"),
            areas=frozenset({"main", "tile"}),
            order=1000,
        )
    )
