"""What the database refuses whoever asks: changed rows of what stays, and an ended record that comes back by itself.

SQLite drops triggers silently when a column changes, so they are made again after each migration, and a check looks.
"""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, Tags, register
from django.db import connections

from records.triggers import errors, present

# Releases go with the tables of a test database; records hold on to those that let them out.
PROTECTED = {"records_correction": ("UPDATE", "DELETE"), "records_release": ("UPDATE",)}
RECORDS = "records_publicrecord"
RECORD_GUARD = "records_publicrecord_guard"
# A record that a person ended for good keeps its state, unless a release of the act 重新公示 stands behind the change;
# and versions never fall.
_COMES_BACK = """OLD.state IN ('withdrawn', 'repaired') AND NEW.state <> OLD.state AND NOT EXISTS (
    SELECT 1 FROM records_release made
    WHERE made.id = NEW.release_id AND made.id <> COALESCE(OLD.release_id, 0)
    AND made.act = 'republish' AND made.record_key = NEW.key AND NEW.state = 'public')"""
_FALLS = "NEW.version < OLD.version"


def protect(connection: Any) -> None:
    """Make the triggers that are missing, as far as their tables are there."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION pages_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME; END $$"
            )
        for table, acts in PROTECTED.items():
            for act in acts if table in tables else ():
                for statement in _statements(connection.vendor, table, act):
                    cursor.execute(statement)
        for statement in _record_guard(connection.vendor) if "records_release" in tables else ():
            cursor.execute(statement)


def unprotect(connection: Any) -> None:
    """Take the triggers away while tables are rebuilt: SQLite renames none to which a trigger refers."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name, table in _wanted():
            if table not in tables:
                continue
            place = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{place}")


def _statements(vendor: str, table: str, act: str) -> list[str]:
    name = _name(table, act)
    if vendor == "postgresql":
        return [
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION pages_refuse()",
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} stay as they are'); END"
    ]


def _record_guard(vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [
            "CREATE OR REPLACE FUNCTION pages_guard_record() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_COMES_BACK} THEN RAISE EXCEPTION 'record % was ended for good', OLD.key; END IF; "
            f"IF {_FALLS} THEN RAISE EXCEPTION 'record %: versions never fall', OLD.key; END IF; "
            "RETURN NEW; END $$",
            f"DROP TRIGGER IF EXISTS {RECORD_GUARD} ON {RECORDS}",
            f"CREATE TRIGGER {RECORD_GUARD} BEFORE UPDATE ON {RECORDS} "
            "FOR EACH ROW EXECUTE FUNCTION pages_guard_record()",
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {RECORD_GUARD} BEFORE UPDATE ON {RECORDS} "
        f"WHEN ({_COMES_BACK}) OR {_FALLS} "
        "BEGIN SELECT RAISE(ABORT, 'the record was ended for good, or its version falls'); END"
    ]


def _wanted() -> list[tuple[str, str]]:
    """(trigger, table) of all."""
    named = [(_name(table, act), table) for table, acts in PROTECTED.items() for act in acts]
    return [*named, (RECORD_GUARD, RECORDS)]


def _name(table: str, act: str) -> str:
    return f"{table}_no_{act.lower()}"


def missing(connection: Any) -> list[str]:
    """Names of triggers that should be there and are not; tables that do not exist yet need none."""
    tables = set(connection.introspection.table_names())
    found = present(connection)
    return [name for name, table in _wanted() if table in tables and name not in found]


def before_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Tables may be rebuilt; ``after_migrate`` makes the triggers again."""
    unprotect(connections[using])


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make them again when a migration has lost them."""
    connection = connections[using]
    if {table for _trigger, table in _wanted()} <= set(connection.introspection.table_names()):
        protect(connection)


@register(Tags.database)
def check_protection(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py check --database default`` names what is not protected."""
    return errors([name for alias in databases or [] for name in missing(connections[alias])], "pages.E001")
