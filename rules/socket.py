"""How a floor calls what stands above it without knowing it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured


class Socket:
    """A call that a floor above answers: it plugs its function in when its app is ready."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._call: Callable[..., Any] | None = None

    def plug(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Let this function answer; usable as a decorator."""
        self._call = call
        return call

    @property
    def is_plugged(self) -> bool:
        """Whether somebody answers."""
        return self._call is not None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self._call is None:
            raise ImproperlyConfigured(f"nobody answers {self.name}")
        return self._call(*args, **kwargs)
