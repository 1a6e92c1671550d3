"""Rows of a database as a file that knows no database engine: tables, columns, values as SQLite keeps them."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.migrations.loader import MigrationLoader

FILE = Path(__file__).resolve().parents[2] / "data" / "first_state.jsonl.gz"
# Triggers and workers write these from the others; what is of one visit or one process is nobody's to keep.
_DERIVED = ("records_recordfacet", "records_changecounter", "search_", "wagtailsearch_")
_PASSING = ("django_session", "django_admin_log", "axes_", "records_outboxentry", "wagtailadmin_")
# How Fernet begins: what is sealed with a key of the site.
_SEALED = "gAAAAA"

Value = Any
Key = tuple[str, str]


@dataclass
class Table:
    """One table; a row is a list of values in the order of the columns."""

    name: str
    columns: list[str]
    rows: list[list[Value]]


@dataclass
class Changes:
    """What a person did to seeded terms: (vocabulary, code)."""

    changed: list[Key] = field(default_factory=list)
    deleted: list[Key] = field(default_factory=list)


@dataclass
class State:
    """A filled database: which migrations it had, at which moment it was looked at, and its rows."""

    migrations: dict[str, str]
    moment: datetime
    changes: Changes
    tables: list[Table]

    def table(self, name: str) -> Table:
        """The table of this name."""
        return next(table for table in self.tables if table.name == name)


def read_rows(connection: Any, moment: datetime, changes: Changes) -> State:
    """What is in a database, without secrets and without what is written from the rest."""
    leaves = dict(sorted(MigrationLoader(connection).graph.leaf_nodes()))
    return State(leaves, moment, changes, [_keepable(read_table(connection, name)) for name in sorted(_tables())])


def _tables() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        name = model._meta.db_table
        if model._meta.managed and not name.startswith((*_DERIVED, *_PASSING)):
            yield name


def read_table(connection: Any, name: str) -> Table:
    """All its rows, sorted by their first column."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{name}" ORDER BY 1')
        columns = [column[0] for column in cursor.description]
        return Table(name, columns, [[plain(value) for value in row] for row in cursor.fetchall()])


def plain(value: Value) -> Value:
    """A value as SQLite keeps it, whichever database it comes from: moments are of UTC and do not say so."""
    if isinstance(value, datetime):
        naive = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
        return naive.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, Decimal):
        return float(value)
    return value


def _keepable(table: Table) -> Table:
    """Without passwords and what is sealed."""
    for row in table.rows:
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if column == "password":
                row[place] = "!"
            elif isinstance(value, str) and value.startswith(_SEALED):
                row[place] = "sealed"
    return table


def write_state(path: Path, state: State) -> None:
    """A line for the state, then one for each table."""
    head = {"migrations": state.migrations, "moment": state.moment.isoformat(), "changes": asdict(state.changes)}
    lines = [head, *(asdict(table) for table in state.tables)]
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def read_state(path: Path = FILE) -> State:
    """The file again."""
    head, *tables = (json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines())
    changes = Changes(**{name: [tuple(key) for key in keys] for name, keys in head["changes"].items()})
    moment = datetime.fromisoformat(head["moment"])
    return State(head["migrations"], moment, changes, [Table(**table) for table in tables])


def load_rows(connection: Any, tables: Iterable[Table]) -> None:
    """Put these rows in the place of what is there, with the triggers at work.

    In one transaction: Django's foreign keys wait for its end.
    """
    tables = list(tables)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'DELETE FROM "{table.name}"')
        for table in tables:
            names, places = ", ".join(f'"{name}"' for name in table.columns), ", ".join(["%s"] * len(table.columns))
            cursor.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', table.rows)
        if connection.vendor == "postgresql":
            _continue_numbers(cursor)


def _continue_numbers(cursor: Any) -> None:
    """Rows that come next get numbers behind those loaded."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND is_identity = 'YES'"
    )
    for table, column in cursor.fetchall():
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), "
            f'(SELECT COALESCE(MAX("{column}"), 0) + 1 FROM "{table}"), false)'
        )
