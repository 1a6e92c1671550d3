"""The database engine on SQLite: a contentless FTS5 table of tokens made in Python (its tokenizers know no Chinese).

SQLite 3.40 cannot delete from a contentless table without the old words, so these are kept packed beside it.
"""

import zlib

from django.db import connection

from records.models import PublicRecord
from search.engines.conditions import Sql
from search.engines.database import DatabaseEngine
from search.engines.tokens import PREFIX, Expression, record_tokens
from search.models import DatabaseEntry

#: Made by migration 0001. The ascii tokenizer takes every character beyond ASCII as part of a word.
SCHEMA = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(head, body, content='', tokenize='ascii')",
    "CREATE TABLE search_packed (slot INTEGER PRIMARY KEY, words BLOB NOT NULL)",
)
SCHEMA_BACK = ("DROP TABLE search_packed", "DROP TABLE search_fts")
_SEPARATOR = "\n"


class SQLiteEngine(DatabaseEngine):
    """See ``DatabaseEngine``."""

    def _matching(self, asked: Expression, head: bool = False) -> Sql:
        return "SELECT rowid AS slot FROM search_fts WHERE search_fts MATCH %s", [fts_query(asked, head)]

    def _joined(self, asked: Expression) -> Sql:
        # CROSS JOIN: SQLite then takes the words first; the other order is many times slower.
        return (
            "FROM search_fts f CROSS JOIN search_databaseentry e ON e.slot = f.rowid WHERE f.search_fts MATCH %s",
            [fts_query(asked)],
        )

    def _store(self, rows: list[tuple[DatabaseEntry, PublicRecord | None]]) -> None:
        keys = [entry.key for entry, _record in rows]
        old = {
            key: (slot, version)
            for key, slot, version in DatabaseEntry.objects.filter(key__in=keys).values_list("key", "slot", "version")
        }
        fresh = [
            (entry, record) for entry, record in rows if entry.key not in old or old[entry.key][1] <= entry.version
        ]
        self._take_out([old[entry.key][0] for entry, _record in fresh if entry.key in old])
        DatabaseEntry.objects.bulk_create([entry for entry, _record in fresh])
        self._put_in([(entry.slot, record) for entry, record in fresh if record is not None])

    def _take_out(self, slots: list[int]) -> None:
        marks = ", ".join(["%s"] * len(slots))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT slot, words FROM search_packed WHERE slot IN ({marks})", slots)  # noqa: S608
            words = [(slot, *zlib.decompress(packed).decode().split(_SEPARATOR)) for slot, packed in cursor.fetchall()]
            cursor.executemany(
                "INSERT INTO search_fts(search_fts, rowid, head, body) VALUES ('delete', %s, %s, %s)", words
            )
            cursor.execute(f"DELETE FROM search_packed WHERE slot IN ({marks})", slots)  # noqa: S608
        DatabaseEntry.objects.filter(slot__in=slots).delete()

    def _put_in(self, rows: list[tuple[int, PublicRecord]]) -> None:
        words = [(slot, tokens.head, tokens.body) for slot, record in rows for tokens in [record_tokens(record)]]
        joined = [(slot, " ".join(head), " ".join(body)) for slot, head, body in words]
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO search_fts(rowid, head, body) VALUES (%s, %s, %s)", joined)
            packed = [(slot, zlib.compress(f"{head}{_SEPARATOR}{body}".encode(), 1)) for slot, head, body in joined]
            cursor.executemany("INSERT INTO search_packed(slot, words) VALUES (%s, %s)", packed)


def fts_query(asked: Expression, head: bool = False) -> str:
    """The expression in FTS5's language."""
    groups = [
        " OR ".join("(" + " AND ".join(_quoted(token) for token in choice) + ")" for choice in choices)
        for choices in asked
    ]
    query = " AND ".join(f"({group})" for group in groups)
    return f"head : ({query})" if head else query


def _quoted(token: str) -> str:
    word = token.removesuffix(PREFIX)
    return f'"{word}"' + (" *" if word != token else "")
