"""Tables whose rows nobody may change or remove: triggers of the database refuse it, whoever asks.

SQLite drops triggers silently when a column changes, so they are made again after each migration, and a check looks.
"""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, Tags, register
from django.db import connections
from django.utils.translation import gettext as _

PROTECTED = ("pages_correction",)
_ACTS = ("UPDATE", "DELETE")


def protect(connection: Any) -> None:
    """Make the triggers that are missing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION pages_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'rows of % stay as they are', TG_TABLE_NAME; END $$"
            )
        for table in PROTECTED:
            for act in _ACTS:
                for statement in _statements(connection.vendor, table, act):
                    cursor.execute(statement)


def unprotect(connection: Any) -> None:
    """Take the triggers away: only a migration backwards does so."""
    with connection.cursor() as cursor:
        for table in PROTECTED:
            for act in _ACTS:
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, act)}{place}")


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


def _name(table: str, act: str) -> str:
    return f"{table}_no_{act.lower()}"


def missing(connection: Any) -> list[str]:
    """Names of triggers that should be there and are not; tables that do not exist yet need none."""
    tables = set(connection.introspection.table_names())
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        found = {row[0] for row in cursor.fetchall()}
    wanted = [_name(table, act) for table in PROTECTED if table in tables for act in _ACTS]
    return [name for name in wanted if name not in found]


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make them again when a migration has lost them."""
    connection = connections[using]
    if all(table in connection.introspection.table_names() for table in PROTECTED):
        protect(connection)


@register(Tags.database)
def check_protection(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py check --database default`` names what is not protected."""
    return [
        Error(
            _("The trigger %(name)s is missing.") % {"name": name},
            hint=_("Run manage.py migrate: it makes the triggers again."),
            id="pages.E001",
        )
        for alias in databases or []
        for name in missing(connections[alias])
    ]
