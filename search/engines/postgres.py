"""The database engine on PostgreSQL: a tsvector of tokens made in Python, with a GIN index."""

from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from records.models import PublicRecord
from search.engines.base import EngineUnavailableError
from search.engines.conditions import Sql
from search.engines.database import DatabaseEngine, fetch
from search.engines.tokens import HEAD_MARK, PREFIX, Expression, record_tokens
from search.models import DatabaseEntry

_TEXTS = ("key", "content_hash")
#: Made by migration 0001. The words go out of line, so that the rows that lists and counts read stay narrow.
SCHEMA = (
    "ALTER TABLE search_databaseentry ADD COLUMN words tsvector",
    "ALTER TABLE search_databaseentry SET (toast_tuple_target = 128)",
    # … and nothing else does: what is counted and ordered by stays in the row.
    *(f"ALTER TABLE search_databaseentry ALTER COLUMN {name} SET STORAGE MAIN" for name in _TEXTS),
    "CREATE INDEX search_databaseentry_words ON search_databaseentry USING gin (words)",
)
SCHEMA_BACK = ("ALTER TABLE search_databaseentry DROP COLUMN words",)

_NAMES = (
    "slot", "key", "version", "content_hash", "live", "record_id", "amount_fen", "decided_on", "visible_from",
    "visible_to",
)  # fmt: skip
_UPSERT = (
    f"INSERT INTO search_databaseentry ({', '.join(_NAMES)}, words) "  # noqa: S608 -- names are constants
    f"VALUES ({', '.join(['%s'] * len(_NAMES))}, array_to_tsvector(string_to_array(%s, ' '))) "
    f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in (*_NAMES[2:], 'words'))} "
    "WHERE search_databaseentry.version <= EXCLUDED.version"
)


# The planner does not know that reading a row's words from out of line is what costs: for frequent words it would read
# them all (13 s for 100,000 records) instead of asking the index (0.2 s). Compiling such a query takes longer than it.
_SET = (
    "SELECT set_config('enable_seqscan', %s, true), set_config('jit', %s, true), "
    "set_config('statement_timeout', %s, true)"
)


class PostgresEngine(DatabaseEngine):
    """See ``DatabaseEngine``."""

    def _matching(self, asked: Expression, head: bool = False) -> Sql:
        return "SELECT slot FROM search_databaseentry WHERE words @@ %s::tsquery", [ts_query(asked, head)]

    def _joined(self, asked: Expression) -> Sql:
        return "FROM search_databaseentry e WHERE e.words @@ %s::tsquery", [ts_query(asked)]

    def _run(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        """See above; a query that takes too long is an outage, not a reason to keep the site waiting."""
        try:
            with transaction.atomic():
                fetch(_SET, ["off", "off", str(settings.SEARCH_DATABASE_TIMEOUT_MS)])
                rows = fetch(sql, values)
                fetch(_SET, ["on", "on", "0"])
                return rows
        except DatabaseError as error:
            raise EngineUnavailableError(str(error)) from error

    def _store(self, rows: list[tuple[DatabaseEntry, PublicRecord | None]]) -> None:
        # In order of the key, so that two writers of the same records never wait for each other in a circle.
        values = [
            (*(getattr(entry, name) for name in _NAMES), _words(record))
            for entry, record in sorted(rows, key=lambda row: row[0].key)
        ]
        with connection.cursor() as cursor:
            cursor.executemany(_UPSERT, values)


def _words(record: PublicRecord | None) -> str:
    if record is None:
        return ""
    tokens = record_tokens(record)
    return " ".join({*tokens.head, *(HEAD_MARK + token for token in tokens.head), *tokens.body})


def ts_query(asked: Expression, head: bool = False) -> str:
    """The expression in the language of ``tsquery``."""
    mark = HEAD_MARK if head else ""
    groups = [
        " | ".join("(" + " & ".join(_quoted(mark + token) for token in choice) + ")" for choice in choices)
        for choices in asked
    ]
    return " & ".join(f"({group})" for group in groups)


def _quoted(token: str) -> str:
    word = token.removesuffix(PREFIX)
    return f"'{word}'" + (":*" if word != token else "")
