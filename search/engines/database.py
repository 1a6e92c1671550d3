"""Records found by the database itself: what SQLite and PostgreSQL have in common.

One statement finds the hits once and gives both the page and the counts of all filters, from the facet rows of the
records. Records whose newest version still waits in the outbox are matched directly, so that
answers are complete at once, whoever is behind with indexing.
"""

import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection, transaction

from records.analysis import bigrams
from records.batches import batched
from records.models import PublicRecord
from search.engines.base import EngineUnavailableError, Held, Hits, belongs
from search.engines.conditions import Sql, fit_columns, fits_all
from search.engines.facets import counting, tabulate
from search.engines.pending import NAME, pending_hits, pending_keys
from search.engines.tokens import Expression, expression, group_expression, whole_number
from search.models import DatabaseEntry
from search.plan import SearchPlan

#: Counts are exact up to here, then shown as 10,000+.
LIMIT = 10_000
BATCH = 200
#: Between two named numbers lies more than what words beside them can add.
FIRST = 100
MAX_PAIRS = 30

_COLUMNS = "e.key, e.record_id, e.amount_fen, e.decided_on"
_ORDERS = {
    "relevance": "rank DESC, decided_on DESC, key",
    "date": "decided_on DESC, key",
    "amount": "amount_fen IS NULL, amount_fen DESC, decided_on DESC, key",
}


class DatabaseEngine(ABC):
    """The engine that shares the database with the records: embedded default and honest fallback."""

    name = NAME

    @abstractmethod
    def _matching(self, asked: Expression, head: bool = False) -> Sql:
        """SELECT of the slots that meet an expression, in the whole record or in its head."""

    @abstractmethod
    def _joined(self, asked: Expression) -> Sql:
        """FROM and WHERE for entries ``e`` that meet an expression, the words looked up first."""

    @abstractmethod
    def _store(self, rows: list[tuple[DatabaseEntry, PublicRecord | None]]) -> None:
        """Write entries with the words of their records; an entry that is newer already stays."""

    def _run(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        """Run a public query; whatever the database has against it, another engine or a clear page answers."""
        try:
            return fetch(sql, values)
        except DatabaseError as error:
            raise EngineUnavailableError(str(error)) from error

    def search(self, plan: SearchPlan, now: datetime) -> Hits:
        """See ``Engine.search``; counts are cut at ``LIMIT``."""
        hits, values = self._hits(plan, now)
        page, page_values = self._page(plan, plan.size, plan.offset)
        counts, count_values = counting(plan.filters, plan.facets)
        rows = self._run(
            f"{hits} SELECT 1, place, key, '' FROM ({page}) AS page "  # noqa: S608 -- every value is a parameter
            f"UNION ALL SELECT 2, count(*), '', '' FROM hits WHERE {fits_all(plan.filters)} "
            f"UNION ALL SELECT 3, counted.* FROM ({counts}) AS counted",
            values + page_values + count_values,
        )
        keys = tuple(row[2] for row in sorted(row for row in rows if row[0] == 1))
        total = next(row[1] for row in rows if row[0] == 2)
        facets = tabulate((row[1:] for row in rows if row[0] == 3), plan.facets, LIMIT)
        return Hits(keys, min(total, LIMIT + 1), facets, plan.relaxed, LIMIT)

    def keys(self, plan: SearchPlan, now: datetime, most: int) -> list[str]:
        """See ``Engine.keys``."""
        hits, values = self._hits(plan, now)
        page, page_values = self._page(plan, most, 0)
        rows = self._run(f"{hits} SELECT key FROM ({page}) AS page ORDER BY place", values + page_values)  # noqa: S608
        return [row[0] for row in rows]

    def _hits(self, plan: SearchPlan, now: datetime) -> Sql:
        """WITH: everything visible that meets the words, and which filters it meets."""
        found, values = self._found(plan, now)
        columns, column_values = fit_columns(plan.filters)
        sql = (
            f"WITH found AS MATERIALIZED ({found}), "  # noqa: S608
            f"hits AS MATERIALIZED (SELECT found.*{columns} FROM found)"
        )
        return sql, values + column_values

    def _found(self, plan: SearchPlan, now: datetime) -> Sql:
        """Everything visible that meets the words, with what is needed to order and count it."""
        moment = connection.ops.adapt_datetimefield_value(now)
        start, values = self._start(plan)
        rank, rank_values = self._rank(plan)
        sql = f"SELECT {_COLUMNS}, {rank} AS rank {start} AND e.live AND e.visible_from <= %s AND e.visible_to > %s"
        values = [*rank_values, *values, moment, moment]
        if not pending_keys():
            return sql, values
        sql += " AND e.key NOT IN (SELECT key FROM records_outboxentry WHERE engine = %s)"
        direct, direct_values = pending_hits(plan, moment, FIRST)
        return f"{sql} UNION ALL {direct}", [*values, NAME, *direct_values]

    def _start(self, plan: SearchPlan) -> Sql:
        if plan.relaxed:
            sql, values = self._loose(plan)
            return f"FROM ({sql}) AS loose JOIN search_databaseentry e ON e.slot = loose.slot WHERE 1 = 1", values
        if plan.groups:
            return self._joined(expression(plan))
        return "FROM search_databaseentry e WHERE 1 = 1", []

    def _rank(self, plan: SearchPlan) -> Sql:
        """The named document first, then records whose title, names or number meet the words, then the others."""
        if plan.relaxed:
            return "loose.met", []
        if not plan.groups or plan.sort != "relevance":
            return "0", []
        asked = [whole_number(number) for number in plan.named]
        levels = [(self._matching(one, head=True), FIRST * (len(asked) - place)) for place, one in enumerate(asked)]
        levels.append((self._matching(expression(plan), head=True), 1))
        whens = " ".join(f"WHEN e.slot IN ({sql}) THEN {level}" for (sql, _values), level in levels)
        better = [self._matching(group_expression(group)) for group in plan.beside]
        more = "".join(f" + CASE WHEN e.slot IN ({sql}) THEN 1 ELSE 0 END" for sql, _values in better)
        values = [value for (_sql, part), _level in levels for value in part]
        return f"CASE {whens} ELSE 0 END{more}", values + [value for _sql, part in better for value in part]

    def _loose(self, plan: SearchPlan) -> Sql:
        """Slots that have enough of the bigrams, with how many."""
        pairs = bigrams(plan.text)[:MAX_PAIRS]
        parts = [self._matching((((pair,),),)) for pair in pairs]
        union = " UNION ALL ".join(f"SELECT slot FROM ({sql}) AS one" for sql, _values in parts)  # noqa: S608
        values = [value for _sql, part in parts for value in part]
        sql = f"SELECT slot, count(*) AS met FROM ({union}) AS pairs GROUP BY slot HAVING count(*) >= %s"  # noqa: S608
        return sql, [*values, min(plan.needed, len(pairs))]

    def _page(self, plan: SearchPlan, size: int, offset: int) -> Sql:
        order = _ORDERS[plan.sort]
        return (
            f"SELECT key, row_number() OVER (ORDER BY {order}) AS place FROM "  # noqa: S608
            f"(SELECT * FROM hits WHERE {fits_all(plan.filters)} ORDER BY {order} LIMIT %s OFFSET %s) AS chosen",
            [size, offset],
        )

    def write(self, records: Iterable[PublicRecord], now: datetime) -> None:
        """See ``Engine.write``; in the caller's transaction when there is one."""
        for batch in batched(records, BATCH):
            self._store_batch([(entry_of(r, now), r if belongs(r, now) else None) for r in batch])

    def bury(self, keys: dict[str, int], now: datetime) -> None:
        """See ``Engine.bury``."""
        for batch in batched(keys.items(), BATCH):
            self._store_batch(
                [(DatabaseEntry(slot=new_slot(), key=key, version=version, live=False), None) for key, version in batch]
            )

    def _store_batch(self, rows: list[tuple[DatabaseEntry, PublicRecord | None]]) -> None:
        try:
            with transaction.atomic():
                self._store(rows)
        except DatabaseError as error:
            raise EngineUnavailableError(str(error)) from error

    def held(self) -> Iterator[tuple[str, Held]]:
        """See ``Engine.held``."""
        rows = DatabaseEntry.objects.filter(live=True).values_list("key", "version", "content_hash")
        for key, version, digest in rows.iterator():
            yield key, Held(version, digest)

    def rebuild(self, records: Iterable[PublicRecord], now: datetime) -> int:
        """See ``Engine.rebuild``: row by row in place, so that every record is found by its old or its new words."""
        seen: set[str] = set()
        for batch in batched(records, BATCH):
            self.write(batch, now)
            seen.update(record.key for record in batch)
        left = dict(DatabaseEntry.objects.filter(live=True).values_list("key", "version"))
        gone = {key: version for key, version in left.items() if key not in seen}
        self.bury(
            {key: version for key, version in gone.items() if not PublicRecord.objects.filter(key=key).exists()}, now
        )
        return DatabaseEntry.objects.filter(live=True).count()

    def answers(self) -> bool:
        """It is the database itself."""
        return True

    def lost(self) -> str:
        """Its tables are made by migrations."""
        return ""

    def count(self, now: datetime) -> int:
        """See ``Engine.count``."""
        return DatabaseEntry.objects.filter(live=True, visible_from__lte=now, visible_to__gt=now).count()

    def tidy(self) -> None:
        """A rebuild in place leaves nothing."""
        return

    def untidy(self) -> bool:
        """See ``tidy``."""
        return False


def new_slot() -> int:
    """A row number never used before: it grows with time, so that new rows lie together; chance makes its last bits."""
    return time.time_ns() // 1000 << 10 | secrets.randbits(10)


def entry_of(record: PublicRecord, now: datetime) -> DatabaseEntry:
    """The narrow row of a record; a tombstone when it does not belong into an index now."""
    if not belongs(record, now):
        return DatabaseEntry(slot=new_slot(), key=record.key, version=record.version, live=False)
    return DatabaseEntry(
        slot=new_slot(),
        key=record.key,
        version=record.version,
        content_hash=record.content_hash,
        live=True,
        record_id=record.pk,
        amount_fen=record.amount_fen,
        decided_on=record.decided_on,
        visible_from=record.visible_from,
        visible_to=record.visible_to,
    )


def fetch(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
