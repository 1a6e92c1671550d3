"""The change counter: has any public record been written since?

Every transaction that writes records raises it, inside itself, by triggers of the database: whichever way a record is
written, in bulk, by hand or by SQL, the counter becomes visible with it at the commit, never before and never without.
Two equal readings mean that nothing was committed between them; times of writing cannot say that, because an act that
began earlier may end later.

On PostgreSQL the counter is the sum of a few rows: a transaction raises one that no other holds. Writers neither wait
for each other nor meet in a circle, however long they last. SQLite has one writer and one row.
"""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, Tags, register
from django.db import connections
from django.db.models import Sum

from records.models.publication import ChangeCounter
from records.triggers import errors, present

_TABLE, _COUNTER = "records_publicrecord", "records_changecounter"
_ACTS = ("INSERT", "UPDATE", "DELETE")
# A new row begins at a moment, not at 1: a counter that was emptied never comes back to what it was.
_FUNCTION = """
CREATE OR REPLACE FUNCTION pages_count_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free bigint;
BEGIN
    IF current_setting('gongshi.counted', true) = txid_current()::text THEN RETURN NULL; END IF;
    SELECT id INTO free FROM records_changecounter ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF free IS NULL THEN
        INSERT INTO records_changecounter (value) VALUES ((extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    ELSE
        UPDATE records_changecounter SET value = value + 1 WHERE id = free;
    END IF;
    PERFORM set_config('gongshi.counted', txid_current()::text, true);
    RETURN NULL;
END $$
"""
_SQLITE_RAISE = (
    "INSERT INTO records_changecounter (id, value) VALUES (1, CAST(julianday('now') * 86400000000 AS INTEGER)) "
    "ON CONFLICT (id) DO UPDATE SET value = value + 1;"
)


def counted() -> int:
    """The counter as committed now, with what this transaction has added (one short query); 0 at the very first."""
    return int(ChangeCounter.objects.aggregate(total=Sum("value"))["total"] or 0)


def install(connection: Any) -> None:
    """Make the triggers that are missing."""
    lost = missing(connection)
    if not lost:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for act in _ACTS:
            if _name(act) in lost:
                cursor.execute(_statement(connection.vendor, act))


def uninstall(connection: Any) -> None:
    """Take the triggers away: only a migration backwards does so."""
    place = f" ON {_TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for act in _ACTS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {_name(act)}{place}")


def _name(act: str) -> str:
    return f"{_TABLE}_counts_{act.lower()}"


def _statement(vendor: str, act: str) -> str:
    if vendor == "postgresql":
        once = "FOR EACH STATEMENT EXECUTE FUNCTION pages_count_change()"
        return f"CREATE TRIGGER {_name(act)} AFTER {act} ON {_TABLE} {once}"
    return f"CREATE TRIGGER {_name(act)} AFTER {act} ON {_TABLE} BEGIN {_SQLITE_RAISE} END"


def missing(connection: Any) -> list[str]:
    """Names of triggers that should be there and are not; without the tables none is needed yet."""
    if not {_TABLE, _COUNTER} <= set(connection.introspection.table_names()):
        return []
    found = present(connection)
    return [_name(act) for act in _ACTS if _name(act) not in found]


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make them again: SQLite drops triggers silently when a column of their table changes."""
    install(connections[using])


@register(Tags.database)
def check_counter(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py check --database default`` names a counter that would not be raised."""
    return errors([name for alias in databases or [] for name in missing(connections[alias])], "pages.E002")
