"""What floors register with the one below: desk lists, navigation, engines, kinds, questions, rules."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Things by their key, in their order. Filled when apps are ready; one of a key takes the place of the one before.

    ``order`` sorts them; without it they stay as registered. Raises ``KeyError`` for a key that nobody registered.
    """

    def __init__(self, key: str = "key", order: Callable[[T], Any] | None = None) -> None:
        self._key = attrgetter(key) if key else None
        self._order = order
        self._items: dict[str, T] = {}

    def register(self, item: T) -> T:
        """Add it; usable as a decorator."""
        self._items[self.key_of(item)] = item
        return item

    def unregister(self, key: str) -> None:
        """Take it out; nothing happens when it is not there."""
        self._items.pop(key, None)

    def key_of(self, item: T) -> str:
        """The key of an item: an attribute, or the item itself."""
        return str(self._key(item) if self._key else item)

    def get(self, key: str) -> T | None:
        """The item of a key, or None."""
        return self._items.get(key)

    def __getitem__(self, key: str) -> T:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[T]:
        items = list(self._items.values())
        return iter(sorted(items, key=self._order) if self._order else items)

    def __len__(self) -> int:
        return len(self._items)
