"""From the act to the index: at once, later, never twice, never stale."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pages.projection.saving import take_down
from records.models import OutboxEntry, PublicRecord
from records.outbox import engines as fed_engines
from records.outbox import enqueue
from search import engines, maintenance, outbox, rebuilding
from search.engines.base import Engine, EngineUnavailableError
from search.forms import SearchQuery
from search.models import DatabaseEntry
from search.plan import make_plan
from tests.factories.pages import make_decision
from tests.factories.releases import let_out
from tests.integration.search.conftest import refresh, settle

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


def keys(engine: Engine, words: str = "施工") -> tuple[str, ...]:
    refresh(engine)
    return engine.search(make_plan(SearchQuery.of(words)), timezone.now()).keys


def test_a_single_act_is_found_on_the_database_without_any_worker():
    page = make_decision(publish=True)
    assert keys(engines.database_engine()) == (f"penalty-{page.pk}",)
    assert not OutboxEntry.objects.filter(engine=engines.DATABASE).exists()


def test_what_waits_for_the_worker_is_matched_directly():
    engine = engines.database_engine()
    page = make_decision(publish=True, types=("fine", "warning"))
    record = PublicRecord.objects.get()
    PublicRecord.objects.update(version=2, title="珊瑚礁案")
    OutboxEntry.objects.create(
        engine=engine.name, key=record.key, version=2, available_at=timezone.now(), created_at=timezone.now()
    )
    for words in ("珊瑚", record.doc_no, "〔2026〕", "擅自施工 珊瑚"):
        assert keys(engine, words) == (f"penalty-{page.pk}",)
    found = engine.search(make_plan(SearchQuery.of("珊瑚", {"penalty": ["警告"]})), timezone.now())
    assert (found.total, found.facets["penalty"]) == (1, {"罚款": 1, "警告": 1})
    settle(engine)
    assert keys(engine, "珊瑚") == (f"penalty-{page.pk}",)
    assert not OutboxEntry.objects.filter(engine=engine.name).exists()


def test_a_taken_down_record_leaves_every_engine(engine: Engine):
    make_decision(publish=True)
    settle(engine)
    assert len(keys(engine)) == 1
    take_down(PublicRecord.objects.get(), timezone.now())
    settle(engine)
    assert keys(engine) == ()
    assert maintenance.compare(engine).any is False


def test_a_late_older_write_changes_nothing(engine: Engine):
    make_decision(publish=True)
    late = PublicRecord.objects.get()
    settle(engine)
    take_down(PublicRecord.objects.get(), timezone.now())
    settle(engine)
    engine.write([late], timezone.now())
    assert keys(engine) == ()
    assert dict(engine.held()) == {}


def test_a_record_enters_an_index_ten_minutes_before_its_start(engine: Engine):
    make_decision(publish=True)
    now = timezone.now()
    PublicRecord.objects.update(visible_from=now + timedelta(minutes=30), version=2)
    engine.write(PublicRecord.objects.all(), now)
    refresh(engine)
    assert dict(engine.held()) == {}
    engine.write(PublicRecord.objects.all(), now + timedelta(minutes=21))
    refresh(engine)
    assert len(dict(engine.held())) == 1
    assert keys(engine) == ()


def test_a_start_moved_later_waits_in_the_outbox(engine: Engine):
    make_decision(publish=True)
    settle(engine)
    start = timezone.now() + timedelta(hours=1)
    PublicRecord.objects.update(visible_from=start, version=2)
    record = PublicRecord.objects.get()
    now = timezone.now()
    OutboxEntry.objects.create(engine=engine.name, key=record.key, version=2, available_at=now, created_at=now)
    settle(engine)
    assert dict(engine.held()) == {}
    waiting = OutboxEntry.objects.get(engine=engine.name)
    assert waiting.available_at == start - timedelta(minutes=10)


def test_two_workers_never_hold_the_same_row(engine: Engine):
    now = timezone.now()
    for number in range(5):
        OutboxEntry.objects.create(
            engine=engine.name, key=f"penalty-9{number}", version=1, available_at=now, created_at=now
        )
    first = outbox.lease(engine.name, now, 3)
    second = outbox.lease(engine.name, now, 10)
    assert len(first) == 3
    assert {row.key for row in first}.isdisjoint(row.key for row in second)
    assert outbox.lease(engine.name, now) == []
    assert len(outbox.lease(engine.name, now + outbox.LEASE + timedelta(seconds=1))) == 5


def test_a_row_raised_while_it_was_worked_off_stays(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    make_decision(publish=True)
    key = PublicRecord.objects.get().key
    now = timezone.now()
    OutboxEntry.objects.update_or_create(
        engine=engine.name, key=key, defaults={"version": 1, "available_at": now, "created_at": now}
    )
    write = engine.write

    def raised_meanwhile(records, moment):
        write(records, moment)
        OutboxEntry.objects.filter(engine=engine.name).update(version=2, lease_token="", leased_until=None)
        monkeypatch.setattr(engine, "write", write)

    monkeypatch.setattr(engine, "write", raised_meanwhile)
    rows = outbox.lease(engine.name, timezone.now())
    outbox._work_off(engine, rows, outbox.Fed())
    assert OutboxEntry.objects.get(engine=engine.name).version == 2


def test_an_act_takes_a_row_away_from_the_worker_that_holds_it(engine: Engine):
    """Each column that says “held” or “given up” is forgotten with a newer version: the row must not wait for it."""
    make_decision(publish=True)
    record = PublicRecord.objects.get()
    now = timezone.now()
    fed_engines.register(engine.name)
    enqueue([record], now)
    rows = outbox.lease(engine.name, now + timedelta(seconds=1))
    OutboxEntry.objects.update(attempts=7, dead=True, last_error="no", available_at=now + timedelta(hours=1))
    record.version = 2
    enqueue([record], now)
    (row,) = OutboxEntry.objects.filter(engine=engine.name)
    assert (row.version, row.leased_until, row.lease_token) == (2, None, "")
    assert (row.attempts, row.dead, row.last_error, row.available_at) == (0, False, "", now)
    outbox._finish(rows, {record.key: record}, now)  # of the version before
    assert [row.version for row in outbox.lease(engine.name, now + timedelta(seconds=1))] == [2]


def test_a_refused_record_stops_no_other_and_dies_visibly(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    pages = [make_decision(publish=True) for _ in range(3)]
    now = timezone.now()
    for page in pages:
        OutboxEntry.objects.update_or_create(
            engine=engine.name,
            key=f"penalty-{page.pk}",
            defaults={"version": 1, "available_at": now, "created_at": now},
        )
    bad, write = f"penalty-{pages[1].pk}", engine.write

    def refusing(records, moment):
        if any(record.key == bad for record in records):
            raise ValueError("cannot be read")
        write(records, moment)

    monkeypatch.setattr(engine, "write", refusing)
    for _ in range(outbox.MAX_ATTEMPTS):
        OutboxEntry.objects.update(available_at=timezone.now())
        outbox.feed(engine.name)
    dead = OutboxEntry.objects.get(engine=engine.name)
    assert (dead.key, dead.dead, "cannot be read" in dead.last_error) == (bad, True, True)
    monkeypatch.setattr(engine, "write", write)
    maintenance.repair(engine)
    settle(engine)
    assert not OutboxEntry.objects.filter(engine=engine.name).exists()


def test_an_engine_that_is_down_costs_no_attempt(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    make_decision(publish=True)
    record = PublicRecord.objects.get()
    now = timezone.now()
    OutboxEntry.objects.update_or_create(
        engine=engine.name, key=record.key, defaults={"version": 1, "available_at": now, "created_at": now}
    )

    def down(records, moment):
        raise EngineUnavailableError("gone")

    monkeypatch.setattr(engine, "write", down)
    assert outbox.feed(engine.name).put_off == 1
    row = OutboxEntry.objects.get(engine=engine.name)
    assert (row.attempts, row.dead, row.last_error, row.lease_token) == (0, False, "gone", "")
    assert row.available_at > timezone.now()


def test_reconcile_finds_missing_stale_and_extra_and_mends_them(engine: Engine):
    pages = [make_decision(publish=True) for _ in range(3)]
    settle(engine)
    missing, stale, extra = (f"penalty-{page.pk}" for page in pages)
    engine.bury({missing: 1}, timezone.now())
    PublicRecord.objects.filter(key=stale).update(version=2)
    PublicRecord.objects.filter(key=extra).delete()
    refresh(engine)
    found = maintenance.compare(engine)
    assert (found.checked, found.missing, found.stale, found.extra) == (3, 1, 1, 1)
    maintenance.repair(engine)
    refresh(engine)
    assert not maintenance.compare(engine).any


def test_a_rebuild_mends_everything_and_old_versions_stay_out(engine: Engine):
    pages = [make_decision(publish=True) for _ in range(3)]
    settle(engine)
    engine.bury({f"penalty-{pages[0].pk}": 1}, timezone.now())
    assert rebuilding.rebuild(engine) == 3
    assert not maintenance.compare(engine).any
    assert len(keys(engine)) == 3


def test_the_words_of_a_changed_record_are_replaced(engine: Engine):
    page = make_decision(publish=True, facts="先前的珊瑚。")
    settle(engine)
    page.facts = "后来的琥珀。"
    let_out(page.save_revision())
    settle(engine)
    assert keys(engine, "珊瑚") == ()
    assert keys(engine, "琥珀") == (f"penalty-{page.pk}",)
    assert engine.name != engines.DATABASE or DatabaseEntry.objects.count() == 1
