"""The items of this floor: the home page, one list for each kind of record, and all of them together."""

from collections.abc import Callable
from datetime import datetime

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

from records.counts import public_state
from records.public.navigation import NavItem, nav_items
from records.types import RecordType, all_kinds


def kinds_with_content(now: datetime) -> frozenset[str]:
    """Keys of the kinds that have a public record at this moment."""
    return public_state(now).kinds


def section_address(kind: RecordType) -> str:
    """The list of a kind, base path included."""
    return f"{get_script_prefix()}{kind.section}/"


def _has_content(kind: RecordType) -> Callable[[datetime], bool]:
    return lambda now: kind.key in kinds_with_content(now)


def _address(kind: RecordType) -> Callable[[], str]:
    return lambda: section_address(kind)


def register_items() -> None:
    """Register the items; called when the app is ready."""
    nav_items.register(NavItem("home", _("Home page"), get_script_prefix, lambda now: True, order=0))
    for kind in all_kinds():
        areas = {"main", "tile"} if kind.in_navigation else {kind.phase.value}
        if kind.in_footer:
            areas.add("footer")
        nav_items.register(
            NavItem(
                kind.key,
                kind.menu_label or kind.label,
                _address(kind),
                _has_content(kind),
                hint=kind.hint,
                areas=frozenset(areas),
                order=kind.order,
            )
        )
    nav_items.register(
        NavItem(
            "withdrawals",
            _("Withdrawn decisions"),
            lambda: reverse("withdrawals"),
            lambda now: public_state(now).withdrawals,
            hint=_("Which decisions were taken down, and why?"),
            areas=frozenset({"aside", "footer"}),
            order=900,
        )
    )
    nav_items.register(
        NavItem(
            "feed",
            _("Subscribe to new publications"),
            lambda: reverse("feed"),
            lambda now: any(kind.is_news and kind.key in kinds_with_content(now) for kind in all_kinds()),
            areas=frozenset({"footer"}),
            order=1100,
        )
    )
    nav_items.register(
        NavItem(
            "contents",
            _("All columns"),
            lambda: reverse("contents"),
            lambda now: len(kinds_with_content(now)) > 1,
            hint=_("Who enforces, on what basis, by which procedure, with what result?"),
            areas=frozenset({"main", "tile", "footer"}),
            order=1000,
        )
    )
