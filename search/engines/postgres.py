"""The database engine on PostgreSQL: a tsvector of tokens made in Python, with a GIN index."""

from django.db import connection

from pages.models import PublicRecord
from search.engines.database import DatabaseEngine, Sql
from search.engines.tokens import HEAD_MARK, PREFIX, Expression, record_tokens
from search.models import DatabaseEntry

#: Made by migration 0001. The words go out of line, so that the rows that lists and counts read stay narrow.
SCHEMA = (
    "ALTER TABLE search_databaseentry ADD COLUMN words tsvector",
    "ALTER TABLE search_databaseentry SET (toast_tuple_target = 128)",
    "CREATE INDEX search_databaseentry_words ON search_databaseentry USING gin (words)",
)
SCHEMA_BACK = ("ALTER TABLE search_databaseentry DROP COLUMN words",)

_NAMES = (
    "slot", "key", "version", "content_hash", "live", "kind", "year", "agency", "penalties", "amount_fen",
    "decided_on", "visible_from", "visible_to",
)  # fmt: skip
_UPSERT = (
    f"INSERT INTO search_databaseentry ({', '.join(_NAMES)}, words) "  # noqa: S608 -- names are constants
    f"VALUES ({', '.join(['%s'] * len(_NAMES))}, array_to_tsvector(%s::text[])) "
    f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in (*_NAMES[2:], 'words'))} "
    "WHERE search_databaseentry.version <= EXCLUDED.version"
)


class PostgresEngine(DatabaseEngine):
    """See ``DatabaseEngine``."""

    def _matching(self, asked: Expression, head: bool = False) -> Sql:
        return "SELECT slot FROM search_databaseentry WHERE words @@ %s::tsquery", [ts_query(asked, head)]

    def _joined(self, asked: Expression) -> Sql:
        return "FROM search_databaseentry e WHERE e.words @@ %s::tsquery", [ts_query(asked)]

    def _store(self, rows: list[tuple[DatabaseEntry, PublicRecord | None]]) -> None:
        # In order of the key, so that two writers of the same records never wait for each other in a circle.
        values = [
            (*(getattr(entry, name) for name in _NAMES), _words(record))
            for entry, record in sorted(rows, key=lambda row: row[0].key)
        ]
        with connection.cursor() as cursor:
            cursor.executemany(_UPSERT, values)


def _words(record: PublicRecord | None) -> list[str]:
    if record is None:
        return []
    tokens = record_tokens(record)
    return list({*tokens.head, *(HEAD_MARK + token for token in tokens.head), *tokens.body})


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
