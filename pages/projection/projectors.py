"""Which function makes the record of a page."""

from collections.abc import Callable
from functools import partial

from pages.projection.draft import RecordDraft
from pages.projection.project import project
from records.types import kind_of

Projector = Callable[..., RecordDraft]
_PROJECTORS: dict[str, Projector] = {}


def projects(kind: str) -> Callable[[Projector], Projector]:
    """Register a function as the projector of a kind."""

    def register(function: Projector) -> Projector:
        _PROJECTORS[kind] = function
        return function

    return register


def projector_for(kind: str) -> Projector:
    """The projector of a kind: its own, or the one that follows its declaration; raises ``KeyError``."""
    return _PROJECTORS.get(kind) or partial(project, kind_of(kind))
