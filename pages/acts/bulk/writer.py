"""Many rows into one table: COPY on PostgreSQL, multi-row INSERT elsewhere. Ids are reserved first: rows can refer."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

Prepare = Callable[[Any], Any]
Row = dict[str, Any]
Columns = list[tuple[str, Any, Prepare]]


def with_ids(model: type[models.Model], rows: list[Row]) -> list[Row]:
    """Give rows unused primary keys."""
    if rows:
        name = model._meta.pk.attname
        for values, pk in zip(rows, reserve_ids(model, len(rows)), strict=True):
            values[name] = pk
    return rows


def reserve_ids(model: type[models.Model], count: int) -> range | list[int]:
    """Take ``count`` unused primary keys of a model; call it inside the act's transaction."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
            )
            return [row[0] for row in cursor.fetchall()]
        # AUTOINCREMENT: the highest id ever used is kept here; this transaction holds the only write lock.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        first = (row[0] if row else 0) + 1
        return range(first, first + count)


def row(model: type[models.Model], **values: Any) -> Row:
    """Values of one row by attribute name, the model's defaults filled in; ten times cheaper than an instance."""
    return {**_defaults(model), **values}


@cache
def _defaults(model: type[models.Model]) -> Row:
    """Defaults that are the same for every row; one that differs from row to row (a UUID) must be given."""
    columns: list[Any] = list(model._meta.local_concrete_fields)
    return {column.attname: _default(column) for column in columns}


def _default(column: Any) -> Any:
    if isinstance(column, models.UUIDField) and column.has_default():
        return None
    return column.get_default()


def insert_instances(model: type[models.Model], instances: Sequence[models.Model]) -> None:
    """Insert instances whose primary keys are set. Only this model's own table is written, not its parents'."""
    insert(model, [instance.__dict__ for instance in instances])


def insert(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert rows made by ``row``, primary keys included."""
    if not rows:
        return
    columns = _columns(model)
    write = _copy if connection.vendor == "postgresql" else _insert
    write(model._meta.db_table, [column for _attname, column, _prepare in columns], _prepared(columns, rows))


def _prepared(columns: Columns, rows: Sequence[Row]) -> list[list[Any]]:
    """Values in the order of the columns; most need nothing done, and a file has millions of them."""
    attnames = [attname for attname, _column, _prepare in columns]
    special = [(at, prepare) for at, (_a, _c, prepare) in enumerate(columns) if prepare is not _same]
    values = [[row[attname] for attname in attnames] for row in rows]
    for at, prepare in special:
        for line in values:
            line[at] = prepare(line[at])
    return values


@cache
def _columns(model: type[models.Model]) -> Columns:
    """(attribute, column, preparation) of every column of this model's own table."""
    return [(field.attname, field.column, _preparation(field)) for field in model._meta.local_concrete_fields]


def _same(value: Any) -> Any:
    return value


def _preparation(field: Any) -> Prepare:
    """How a value becomes what the driver wants; psycopg takes Python's own types as they are, JSON goes as text."""
    if isinstance(field, models.JSONField):
        return lambda value: (
            value if isinstance(value, str) else json.dumps(value, cls=field.encoder, ensure_ascii=False)
        )
    if connection.vendor == "postgresql":
        return _same
    return lambda value: field.get_db_prep_save(value, connection)


def _copy(table: str, columns: list[str], rows: list[list[Any]]) -> None:
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    with (
        connection.wrap_database_errors,  # Django's cursor hands COPY's own errors on as the driver's
        connection.cursor() as cursor,
        cursor.copy(f"COPY {connection.ops.quote_name(table)} ({names}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _insert(table: str, columns: list[str], rows: list[list[Any]]) -> None:
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({marks})", rows)  # noqa: S608
