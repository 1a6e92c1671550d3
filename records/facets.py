"""The facet rows of a record follow from its columns, by triggers of the database.

Whichever way a record is written, by an act, in bulk or by SQL, its rows are written in the same statement: they cannot
disagree. The names are free; a filter that a kind declares needs nothing here.
"""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, Tags, register
from django.db import connections

from records.models.facets import LONGEST_VALUE
from records.models.publication import PublicRecord
from records.triggers import errors, present

KIND, YEAR, AGENCY, PENALTY = "kind", "year", "agency", "penalty"

_RECORDS, _FACETS = "records_publicrecord", "records_recordfacet"
_COLUMNS = ("kind", "year", "agency", "penalty_types", "facets")
_FIELDS = "(record_id, name, value)"
# Values that become one when they are cut are one row.
_POSTGRES = f"""
INSERT INTO {_FACETS} {_FIELDS} SELECT id, name, left(value, {LONGEST_VALUE}) FROM (
    SELECT id, '{KIND}' AS name, kind AS value FROM {{rows}}
    UNION ALL SELECT id, '{YEAR}', year::text FROM {{rows}}
    UNION ALL SELECT id, '{AGENCY}', agency FROM {{rows}}
    UNION ALL SELECT id, '{PENALTY}', jsonb_array_elements_text(penalty_types) FROM {{rows}}
    UNION ALL SELECT id, own.key, jsonb_array_elements_text(own.value) FROM {{rows}}, jsonb_each(facets) AS own
) AS found WHERE value <> '' ON CONFLICT DO NOTHING;
"""  # noqa: S608
_SQLITE = f"""
INSERT OR IGNORE INTO {_FACETS} {_FIELDS} SELECT id, name, substr(value, 1, {LONGEST_VALUE}) FROM (
    SELECT r.id, '{KIND}' AS name, r.kind AS value FROM {_RECORDS} r WHERE {{which}}
    UNION ALL SELECT r.id, '{YEAR}', CAST(r.year AS TEXT) FROM {_RECORDS} r WHERE {{which}}
    UNION ALL SELECT r.id, '{AGENCY}', r.agency FROM {_RECORDS} r WHERE {{which}}
    UNION ALL SELECT r.id, '{PENALTY}', one.value FROM {_RECORDS} r, json_each(r.penalty_types) one WHERE {{which}}
    UNION ALL SELECT r.id, own.key, one.value
        FROM {_RECORDS} r, json_each(r.facets) own, json_each(own.value) one WHERE {{which}}
) WHERE value <> '';
"""  # noqa: S608
_TRIGGERS = (f"{_RECORDS}_facets_insert", f"{_RECORDS}_facets_update")


def _postgres_statements() -> list[str]:
    old, new = (", ".join(f"{row}.{name}" for name in _COLUMNS) for row in ("o", "n"))
    changed = f"(SELECT n.* FROM after n JOIN before o ON o.id = n.id WHERE ({old}) IS DISTINCT FROM ({new}))"  # noqa: S608
    insert = _POSTGRES.format(rows="after")
    update = _POSTGRES.format(rows="changed")
    with_changed = f"WITH changed AS {changed}"
    return [
        f"CREATE OR REPLACE FUNCTION records_insert_facets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{insert} RETURN NULL; END $$",
        f"CREATE OR REPLACE FUNCTION records_update_facets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608
        f"{with_changed} DELETE FROM {_FACETS} WHERE record_id IN (SELECT id FROM changed); "
        f"{with_changed} {update} RETURN NULL; END $$",
        f"CREATE OR REPLACE TRIGGER {_TRIGGERS[0]} AFTER INSERT ON {_RECORDS} "
        "REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION records_insert_facets()",
        f"CREATE OR REPLACE TRIGGER {_TRIGGERS[1]} AFTER UPDATE ON {_RECORDS} "
        "REFERENCING OLD TABLE AS before NEW TABLE AS after "
        "FOR EACH STATEMENT EXECUTE FUNCTION records_update_facets()",
    ]


def _sqlite_statements() -> list[str]:
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _COLUMNS)
    insert = _SQLITE.format(which="r.id = NEW.id")
    return [
        f"CREATE TRIGGER IF NOT EXISTS {_TRIGGERS[0]} AFTER INSERT ON {_RECORDS} BEGIN {insert} END",
        f"CREATE TRIGGER IF NOT EXISTS {_TRIGGERS[1]} AFTER UPDATE OF {', '.join(_COLUMNS)} ON {_RECORDS} "  # noqa: S608
        f"WHEN {changed} BEGIN DELETE FROM {_FACETS} WHERE record_id = NEW.id; {insert} END",
    ]


def values_of(record: PublicRecord) -> dict[str, list[str]]:
    """The same of a record in hand: what an index outside the database holds of it."""
    found = {
        KIND: [record.kind],
        YEAR: [str(record.year)],
        AGENCY: [record.agency],
        PENALTY: record.penalty_types,
        **record.facets,
    }
    cut = {name: dict.fromkeys(value[:LONGEST_VALUE] for value in values if value) for name, values in found.items()}
    return {name: list(values) for name, values in cut.items() if values}


def install(connection: Any) -> None:
    """Make the triggers; while one was missing the rows may have fallen behind, and are written anew."""
    if not missing(connection):
        return
    postgres = connection.vendor == "postgresql"
    anew = _POSTGRES.format(rows=_RECORDS) if postgres else _SQLITE.format(which="1 = 1")
    with connection.cursor() as cursor:
        for statement in _postgres_statements() if postgres else _sqlite_statements():
            cursor.execute(statement)
        cursor.execute(f"DELETE FROM {_FACETS}")  # noqa: S608
        cursor.execute(anew)


def uninstall(connection: Any) -> None:
    """Take them away while tables are rebuilt: SQLite renames none to which a trigger refers."""
    if _RECORDS not in connection.introspection.table_names():
        return
    place = f" ON {_RECORDS}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{place}")


def missing(connection: Any) -> list[str]:
    """Names of triggers that should be there and are not; without the tables none is needed yet."""
    if not {_RECORDS, _FACETS} <= set(connection.introspection.table_names()):
        return []
    found = present(connection)
    return [name for name in _TRIGGERS if name not in found]


def before_migrate(sender: AppConfig, using: str, plan: list[Any], **kwargs: Any) -> None:
    """A table may be rebuilt; ``after_migrate`` makes the triggers again."""
    if plan:
        uninstall(connections[using])


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make them again when a migration has lost them."""
    install(connections[using])


@register(Tags.database)
def check_facets(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py check --database default`` names a trigger without which rows would fall behind."""
    return errors([name for alias in databases or [] for name in missing(connections[alias])], "pages.E003")
