"""An index of Elasticsearch that is gone: nobody is told “nothing found”, nothing is lost, it comes back by itself."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from gongshi.health import parts
from records.models import OutboxEntry, PublicRecord, ScheduleSlot
from search import maintenance, outbox, rebuilding, tasks
from search.engines.base import IndexLostError
from search.forms import SearchQuery
from search.plan import make_plan
from tests.factories.pages import make_decision
from tests.integration.search.conftest import refresh, settle

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Rebuilds that were asked for, and are not run by themselves."""
    asked: list[str] = []
    monkeypatch.setattr(tasks.rebuild_index, "apply_async", lambda names, **_options: asked.extend(names))
    return asked


@pytest.fixture
def filled(elasticsearch: Any) -> Any:
    """Two public records, held by Elasticsearch."""
    for _ in range(2):
        make_decision(publish=True)
    settle(elasticsearch)
    return elasticsearch


def index_of(engine: Any) -> str:
    return engine.indices.targets()[engine.alias]


def lose_index(engine: Any) -> None:
    engine._write.indices.delete(index=index_of(engine))


def lose_alias(engine: Any) -> None:
    engine._write.indices.delete_alias(index=index_of(engine), name=engine.alias)


def lose_documents(engine: Any) -> None:
    """As an older version did, which made an empty index when there was none."""
    lose_index(engine)
    engine.indices.switch(engine.indices.make_next())


def outdate(engine: Any) -> None:
    engine._write.indices.put_mapping(index=index_of(engine), meta={"version": "before", "alias": engine.alias})
    engine.indices._versions.clear()
    engine._looked_at._versions.clear()


def shown(client: Client) -> tuple[int, bool]:
    """How many are found, and whether the page says that the database answered."""
    response = client.get("/search/", {"q": "施工"})
    return response.context["total"], bool(response.context["banner"])


LOSSES = [lose_index, lose_alias, outdate]


@pytest.mark.parametrize("lose", LOSSES)
def test_a_lost_index_is_answered_for_kept_for_and_built_anew(
    client: Client, filled: Any, sent: list[str], lose: Callable[[Any], None]
):
    assert shown(client) == (2, False)
    lose(filled)
    filled._sound_until = 0  # ten seconds later
    assert shown(client) == (2, True)
    make_decision(publish=True)
    assert shown(client) == (3, True)
    for _ in range(outbox.MAX_ATTEMPTS + 1):
        OutboxEntry.objects.update(available_at=timezone.now())
        assert outbox.feed(filled.name).put_off == 1
    rows = OutboxEntry.objects.filter(engine=filled.name)
    assert [(row.attempts, row.dead) for row in rows] == [(0, False)]
    tasks.look_after(filled.name)
    assert sent == [filled.name]
    tasks.rebuild_index(filled.name)
    rows.update(available_at=timezone.now())
    settle(filled)
    assert shown(client) == (3, False)
    assert not rows.exists()
    assert filled.count(timezone.now()) == PublicRecord.objects.public(timezone.now()).count() == 3
    assert not maintenance.compare(filled).any
    assert not filled.untidy()


def test_an_emptied_index_answers_nobody_and_is_built_anew(client: Client, filled: Any, sent: list[str]):
    lose_documents(filled)
    filled._sound_until = 0
    assert shown(client) == (2, True)
    tasks.look_after(filled.name)
    assert sent == [filled.name]
    tasks.rebuild_index(filled.name)
    assert shown(client) == (2, False)


@pytest.mark.parametrize("lose", [lose_index, lose_alias])
def test_no_write_makes_an_index(filled: Any, lose: Callable[[Any], None]):
    lose(filled)
    left = set(filled._write.indices.get(index=f"{filled.alias}*").body)
    with pytest.raises(IndexLostError):
        filled.write(PublicRecord.objects.all(), timezone.now())
    with pytest.raises(IndexLostError):
        filled.bury({"penalty-1": 1}, timezone.now())
    with pytest.raises(IndexLostError):
        list(filled.held())
    # … not even one that found the alias a moment before.
    assert not filled._send([_document(filled)])
    assert set(filled._write.indices.get(index=f"{filled.alias}*").body) == left


def _document(engine: Any) -> dict[str, Any]:
    return {"_op_type": "index", "_index": engine.alias, "_id": "x", "_source": {"key": "x", "state": "tombstone"}}


def test_a_write_during_a_switch_reaches_the_new_index(filled: Any, monkeypatch: pytest.MonkeyPatch):
    """The writer knows the old index only; a rebuild that read the record's old words ends before it arrives."""
    record = PublicRecord.objects.first()
    assert record is not None
    old = list(PublicRecord.objects.all())
    PublicRecord.objects.filter(pk=record.pk).update(version=2, title="珊瑚礁案")
    send, rebuilt = filled._send, []

    def late(actions: Any) -> bool:
        if not rebuilt:
            rebuilt.append(True)
            filled.rebuild(old, timezone.now())
        return send(actions)

    monkeypatch.setattr(filled, "_send", late)
    filled.write(PublicRecord.objects.filter(pk=record.pk), timezone.now())
    refresh(filled)
    assert filled.search(make_plan(SearchQuery.of("珊瑚礁")), timezone.now()).keys == (record.key,)


def test_a_write_while_a_rebuild_fills_goes_to_both(filled: Any):
    record = PublicRecord.objects.first()
    assert record is not None

    def records() -> Iterator[PublicRecord]:
        yield from list(PublicRecord.objects.all())
        PublicRecord.objects.filter(pk=record.pk).update(version=2, title="珊瑚礁案")
        filled.write(PublicRecord.objects.filter(pk=record.pk), timezone.now())
        refresh(filled)
        assert filled.search(make_plan(SearchQuery.of("珊瑚礁")), timezone.now()).total == 1

    filled.rebuild(records(), timezone.now())
    assert filled.search(make_plan(SearchQuery.of("珊瑚礁")), timezone.now()).keys == (record.key,)


def test_a_second_rebuild_is_refused(filled: Any, monkeypatch: pytest.MonkeyPatch):
    started, refused = index_of(filled), []
    rebuild = filled.rebuild

    def slow(records: Any, now: Any) -> int:
        with pytest.raises(rebuilding.RebuildRunningError):
            rebuilding.rebuild(filled)
        with override("en"), pytest.raises(CommandError, match="being built"):
            call_command("reindex", engine=filled.name)
        refused.append(True)
        return int(rebuild(records, now))

    monkeypatch.setattr(filled, "rebuild", slow)
    assert rebuilding.rebuild(filled) == 2
    assert refused
    assert index_of(filled) != started
    monkeypatch.setattr(filled, "rebuild", rebuild)
    assert rebuilding.rebuild(filled) == 2  # the lock is free again


class Killed(BaseException):
    """The worker dies here."""


def test_a_rebuild_that_died_is_done_again_and_leaves_nothing(
    client: Client, filled: Any, sent: list[str], monkeypatch: pytest.MonkeyPatch
):
    lose_index(filled)

    def dying(_fresh: str) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(filled.indices, "switch", dying)
        patched.setattr(rebuilding.ScheduleSlot.objects, "release", lambda *_: None)
        with pytest.raises(Killed):
            rebuilding.rebuild(filled)
    assert filled.untidy()
    assert rebuilding.is_running(filled.name)
    tasks.look_after(filled.name)
    assert sent == []  # as long as it may live
    assert parts.search().detail.endswith("it is being built")
    ScheduleSlot.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    tasks.look_after(filled.name)
    assert sent == [filled.name]
    tasks.rebuild_index(filled.name)
    assert shown(client) == (2, False)
    assert not filled.untidy()


def test_what_a_killed_rebuild_left_beside_a_good_index_is_removed(filled: Any, sent: list[str]):
    filled.indices.make_next()
    kept = index_of(filled)
    tasks.look_after(filled.name)
    assert sent == []
    assert filled.indices.targets() == {filled.alias: kept}


def test_a_rebuild_that_lost_its_lock_does_not_switch(filled: Any):
    kept = index_of(filled)

    def taken_over() -> Iterator[PublicRecord]:
        ScheduleSlot.objects.update(token="another")
        yield from PublicRecord.objects.all()

    with rebuilding._locked(filled.name) as token, pytest.raises(rebuilding.RebuildRunningError):
        filled.rebuild(
            (one for part in (taken_over(), rebuilding._records(filled.name, token)) for one in part), timezone.now()
        )
    assert index_of(filled) == kept


def test_an_index_in_the_place_of_the_alias_is_named_and_left_alone(filled: Any):
    lose_index(filled)
    filled._write.indices.create(index=filled.alias)
    with pytest.raises(outbox.EngineUnavailableError, match=filled.alias):
        rebuilding.rebuild(filled)
    assert filled._write.indices.exists(index=filled.alias)
    filled._write.indices.delete(index=filled.alias)


@pytest.mark.parametrize("lose", [*LOSSES, lose_documents])
def test_health_says_what_is_lost(filled: Any, lose: Callable[[Any], None]):
    assert parts.search().well
    lose(filled)
    assert parts.search().symptom == "search-lost"


def test_health_counts_index_and_projection(filled: Any):
    key = PublicRecord.objects.values_list("key", flat=True)[0]
    filled.bury({key: 1}, timezone.now())
    found = parts.search()
    assert (found.symptom, found.value) == ("search-differs", 1)
    now = timezone.now()
    row = OutboxEntry.objects.create(engine=filled.name, key=key, version=1, available_at=now, created_at=now)
    assert parts.search().well  # it is on its way
    row.delete()
    maintenance.repair(filled)
    assert parts.search().well


def test_reconcile_builds_what_is_lost(filled: Any):
    lose_index(filled)
    with pytest.raises(CommandError):
        call_command("reconcile")
    call_command("reconcile", "--repair")
    assert filled.count(timezone.now()) == 2
