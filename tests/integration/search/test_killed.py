"""An indexer killed anywhere leaves nothing half done: the next one ends in the same index."""

from typing import Any

import pytest
from django.utils import timezone

from records.models import OutboxEntry
from search import maintenance, outbox
from search.engines.base import Engine
from tests.factories.outbox import many
from tests.integration.search.conftest import refresh, settle


class Killed(BaseException):
    """The worker dies here."""


@pytest.mark.engine
@pytest.mark.django_db
@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize("where", ["write", "_finish"])
def test_dying_at_any_step_loses_and_doubles_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, where: str, step: int, place: str
):
    many(6)
    target: Any = engine if where == "write" else outbox
    act, calls = getattr(target, where), [0]

    def dying(*args: Any) -> Any:
        calls[0] += 1
        if calls[0] == step and place == "before":
            raise Killed
        act(*args)
        if calls[0] == step:
            raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(target, where, dying)
        with pytest.raises(Killed):
            outbox.feed(engine.name, batch=2)
    OutboxEntry.objects.filter(leased_until__isnull=False).update(leased_until=timezone.now())
    settle(engine)
    assert not OutboxEntry.objects.filter(engine=engine.name).exists()
    assert not maintenance.compare(engine).any


@pytest.mark.engine
@pytest.mark.django_db
def test_the_index_shows_all_after_a_death(engine: Engine):
    many(3)
    outbox.lease(engine.name, timezone.now() - outbox.LEASE)
    settle(engine)
    refresh(engine)
    assert not maintenance.compare(engine).any
