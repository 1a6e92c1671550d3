"""The editors' desk: lists of what waits for a person, counted on the admin's first page.

A floor or a module registers its list when the app is ready.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from pages.admin.counting import count_each
from rules.registry import Registry

Text = str | Promise
# What a list shows at most; a longer one is a matter for the listing with its filters.
MOST_ROWS = 200


@dataclass(frozen=True)
class DeskRow:
    """One thing that waits: its title, the address where it is dealt with, and what is to be known of it."""

    title: str
    url: str
    detail: str = ""
    kind: str = ""


@dataclass(frozen=True)
class DeskList:
    """One list: ``waiting`` and ``rows`` are asked with the person who looks; ``urgent`` lists come first and in red.

    ``waiting`` gives what is counted; ``is_grouped``: a row stands for several of it.
    """

    key: str
    label: Text
    hint: Text
    waiting: Callable[[Any], Iterable[QuerySet[Any]]]
    rows: Callable[[Any], Iterable[DeskRow]]
    urgent: bool = False
    order: int = 100
    is_grouped: bool = False

    def count(self, user: Any) -> int:
        """How much waits in this one."""
        return count_each((self.key, found) for found in self.waiting(user))[self.key]


desk_lists: Registry[DeskList] = Registry(order=lambda one: (not one.urgent, one.order, one.key))


def open_lists(user: Any) -> list[dict[str, Any]]:
    """The lists in which something waits, urgent ones first: {list, count}; one query."""
    counted = count_each((one.key, found) for one in desk_lists for found in one.waiting(user))
    return [{"list": one, "count": counted[one.key]} for one in desk_lists if counted[one.key]]
