"""The change counters: has anything that the public sees been written since?

Every transaction that writes it raises a counter, inside itself, by triggers of the database: whichever way it is
written, in bulk, by hand or by SQL, the counter becomes visible with it at the commit, never before and never without.
Two equal readings mean that nothing was committed between them; times of writing cannot say that, because an act that
began earlier may end later.

There is one for the records and one for what stands around them: settings, terms, remedies, the tree of lists.

On PostgreSQL a counter is the sum of a few rows: a transaction raises one that no other holds. Writers neither wait
for each other nor meet in a circle, however long they last. SQLite has one writer and one row.
"""

import time
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import AppConfig
from django.core.checks import Error, Tags, register
from django.db import connections

from records.models.publication import ChangeCounter
from records.triggers import errors, present

RECORDS, FRAME = "records", "frame"
_COUNTER = "records_changecounter"
_ACTS = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class _Watch:
    """Writing to a table raises a counter; with ``columns`` only when one of them changes."""

    topic: str
    table: str
    act: str
    columns: tuple[str, ...] = ()

    @property
    def trigger(self) -> str:
        return f"{self.table}_counts_{self.act.lower()}"


_watched = [
    *(_Watch(RECORDS, "records_publicrecord", act) for act in _ACTS),
    *(
        _Watch(FRAME, table, act)
        for table in ("records_portalsettings", "rules_term", "rules_remedyrule", "wagtailcore_site")
        for act in _ACTS
    ),
    # A list stands at the address of its page. Saving a draft is no change.
    _Watch(FRAME, "wagtailcore_page", "UPDATE", ("live", "url_path")),
    _Watch(FRAME, "wagtailcore_page", "DELETE"),
]
# A new row begins at a moment, not at 1: a counter that was emptied never comes back to what it was.
_FUNCTION = """
CREATE OR REPLACE FUNCTION pages_count_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free bigint;
    done text := 'gongshi.counted_' || TG_ARGV[0];
BEGIN
    IF current_setting(done, true) = txid_current()::text THEN RETURN NULL; END IF;
    SELECT id INTO free FROM records_changecounter WHERE topic = TG_ARGV[0]
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF free IS NULL THEN
        INSERT INTO records_changecounter (topic, value)
        VALUES (TG_ARGV[0], (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
    ELSE
        UPDATE records_changecounter SET value = value + 1 WHERE id = free;
    END IF;
    PERFORM set_config(done, txid_current()::text, true);
    RETURN NULL;
END $$
"""
_SQLITE_ROWS = {RECORDS: 1, FRAME: 2}
_JULIAN = round(2440587.5 * 86_400_000_000)


class Counters(NamedTuple):
    """Both counters at one moment; 0 at the very first."""

    records: int
    frame: int


def counters() -> Counters:
    """The counters as committed now, with what this transaction has added (one short query)."""
    found = dict.fromkeys((RECORDS, FRAME), 0)
    for topic, value in ChangeCounter.objects.values_list("topic", "value"):
        found[topic] += value
    return Counters(found[RECORDS], found[FRAME])


def watch(topic: str, table: str, act: str) -> None:
    """Let this act on a table of a floor above raise a counter too; called while apps get ready."""
    _watched.append(_Watch(topic, table, act))


def restart() -> None:
    """After a restore: values that no counter had before it, so that nothing kept before is taken for true again."""
    is_sqlite = connections[ChangeCounter.objects.db].vendor == "sqlite"
    # As the triggers begin a row: SQLite counts microseconds from noon of the first Julian day.
    now = time.time_ns() // 1000 + (_JULIAN if is_sqlite else 0)
    ChangeCounter.objects.all().delete()
    for topic, row in _SQLITE_ROWS.items():
        ChangeCounter.objects.create(pk=row if is_sqlite else None, topic=topic, value=now)


def install(connection: Any) -> None:
    """Make the triggers that are missing."""
    lost = missing(connection)
    if not lost:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for one in _watched:
            if one.trigger in lost:
                cursor.execute(_statement(connection.vendor, one))


def uninstall(connection: Any) -> None:
    """Take the triggers away: only a migration backwards does so."""
    with connection.cursor() as cursor:
        for one in _watched:
            place = f" ON {one.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {one.trigger}{place}")


def _statement(vendor: str, one: _Watch) -> str:
    of = f" OF {', '.join(one.columns)}" if one.columns else ""
    made = f"CREATE TRIGGER {one.trigger} AFTER {one.act}{of} ON {one.table}"
    apart = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    when = " OR ".join(f"OLD.{name} {apart} NEW.{name}" for name in one.columns)
    if vendor == "postgresql":
        each = f"FOR EACH ROW WHEN ({when})" if when else "FOR EACH STATEMENT"
        return f"{made} {each} EXECUTE FUNCTION pages_count_change('{one.topic}')"
    values = f"{_SQLITE_ROWS[one.topic]}, '{one.topic}', CAST(julianday('now') * 86400000000 AS INTEGER)"
    return (
        f"{made}{f' WHEN {when}' if when else ''} BEGIN INSERT INTO {_COUNTER} (id, topic, value) VALUES ({values}) "  # noqa: S608
        "ON CONFLICT (id) DO UPDATE SET value = value + 1; END"
    )


def missing(connection: Any) -> list[str]:
    """Names of triggers that should be there and are not; without the tables none is needed yet."""
    tables = set(connection.introspection.table_names())
    if _COUNTER not in tables:
        return []
    found = present(connection)
    return [one.trigger for one in _watched if one.table in tables and one.trigger not in found]


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make them again: SQLite drops triggers silently when a column of their table changes."""
    install(connections[using])


@register(Tags.database)
def check_counter(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py check --database default`` names a counter that would not be raised."""
    return errors([name for alias in databases or [] for name in missing(connections[alias])], "pages.E002")
