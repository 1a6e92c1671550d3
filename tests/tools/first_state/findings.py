"""What does not hold of a database that was filled at the first state and migrated since, one sentence each."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.test import Client

from records.facets import values_of
from records.models import PublicRecord, RecordFacet, RecordState
from rules.seeds.terms import ALL
from tests.tools.first_state.rows import Key, State, Table, plain, read_table

# Django writes a row for each model there is.
_GROWING = ("django_content_type", "auth_permission")
_RECORDS = "records_publicrecord"
_TERMS = "rules_term"


def lost_rows(connection: Any, state: State) -> Iterator[str]:
    """Tables that are gone or hold another number of rows than were loaded."""
    there = set(connection.introspection.table_names())
    for table in state.tables:
        if table.name not in there:
            yield f"{table.name} is gone"
            continue
        now, then = len(read_table(connection, table.name).rows), len(table.rows)
        if now < then or (now > then and table.name not in _GROWING):
            yield f"{table.name} had {then} rows and has {now}"


def changed_records(connection: Any, state: State) -> Iterator[str]:
    """Columns of public records that hold something else."""
    before, after = state.table(_RECORDS), read_table(connection, _RECORDS)
    yield from (f"{_RECORDS}.{name} is gone" for name in before.columns if name not in after.columns)
    then, now = _by_key(before, "id"), _by_key(after, "id")
    found = Counter(
        (row["kind"], name)
        for number, row in then.items()
        for name in row.keys() & now.get(number, {}).keys()
        if _meaning(row[name]) != _meaning(now[number][name])
    )
    yield from (f"{kind}: {name} of {count} changed" for (kind, name), count in sorted(found.items()))


def _meaning(value: Any) -> Any:
    """PostgreSQL writes JSON in an order and with spaces of its own."""
    return json.loads(value) if isinstance(value, str) and value.startswith(("{", "[")) else value


def _by_key(table: Table, *columns: str) -> dict[Any, dict[str, Any]]:
    rows = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    return {tuple(row[name] for name in columns): row for row in rows}


def wrong_facets() -> Iterator[str]:
    """Records whose facet rows do not say what the record says."""
    rows: dict[int, dict[str, set[str]]] = {}
    for record, name, value in RecordFacet.objects.values_list("record_id", "name", "value"):
        rows.setdefault(record, {}).setdefault(name, set()).add(value)
    for record in PublicRecord.objects.all():
        if rows.pop(record.pk, {}) != {name: set(values) for name, values in values_of(record).items()}:
            yield f"{record.key}: its facet rows say something else"
    yield from (f"facet rows of a record {record} that is not there" for record in rows)


def unanswered_kinds(state: State) -> Iterator[str]:
    """Kinds of which the first visible record is not at the address it had, and ended records that are."""
    seen: Counter[str] = Counter()
    for _, row in sorted(_by_key(state.table(_RECORDS), "kind", "id").items()):
        wanted = _status(row, plain(state.moment))
        case = f"{row['kind']} {wanted}"
        seen[case] += 1
        if seen[case] == 1 and (got := Client().get(row["path"]).status_code) != wanted:
            yield f"{row['key']} is answered with {got}, not {wanted}"
    yield from (f"no record that is answered with {wanted}" for wanted in (200, 404, 410) if not _any(seen, wanted))


def _status(row: dict[str, Any], moment: str) -> int:
    if row["state"] != RecordState.PUBLIC:
        return 410
    return 200 if row["visible_from"] <= moment < row["visible_to"] else 404


def _any(seen: Counter[str], status: int) -> bool:
    return any(case.endswith(f" {status}") for case in seen)


def wrong_seeds(connection: Any, state: State) -> Iterator[str]:
    """Terms that came back or were written over, and new ones that no migration has planted."""
    key = ("vocabulary", "code")
    then, now = _by_key(state.table(_TERMS), *key), _by_key(read_table(connection, _TERMS), *key)
    yield from (f"{_name(term)} was deleted and is back" for term in state.changes.deleted if term in now)
    for term in state.changes.changed:
        if {name: now.get(term, {}).get(name) for name in then[term]} != then[term]:
            yield f"{_name(term)} was changed by a person and is written over"
    for term in _seeds():
        if term not in now and term not in state.changes.deleted:
            yield f"{_name(term)} is among the seeds and was not planted"


def _seeds() -> Iterator[Key]:
    yield from ((vocabulary, row[0]) for vocabulary, rows in ALL.items() for row in rows)


def _name(term: Key) -> str:
    return f"term {'.'.join(term)}"
