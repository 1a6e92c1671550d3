"""Triggers of the database: what was committed to stays as it is, whoever writes and by whatever way.

Checks compare one row with itself; only a trigger can compare it with what it was.
"""

from typing import Any

_TABLE = "pages_inspectiontask"
# (state before, what must then stay): each applies on top of the earlier ones.
_KEPT = (
    ("OLD.state <> 'draft'", ("task_no", "commitment", "sealed", "committed_at"), "NEW.state = 'draft'"),
    ("OLD.state IN ('drawn', 'revealed')", ("outcome", "drawn_at"), "NEW.state = 'committed'"),
    ("OLD.state = 'revealed'", ("seed", "revealed_at"), "NEW.state <> 'revealed'"),
)
_MESSAGE = "what a draw was committed to cannot be changed"


def install(connection: Any) -> None:
    """Create the triggers (PostgreSQL and SQLite)."""
    with connection.cursor() as cursor:
        for statement in _postgres() if connection.vendor == "postgresql" else _sqlite():
            cursor.execute(statement)


def remove(connection: Any) -> None:
    if connection.vendor == "postgresql":
        statements = [
            f"DROP TRIGGER IF EXISTS pages_task_keep ON {_TABLE}",
            "DROP FUNCTION IF EXISTS pages_task_keep()",
        ]
    else:
        statements = ["DROP TRIGGER IF EXISTS pages_task_keep"]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _condition(differs: str) -> str:
    cases = []
    for before, columns, back in _KEPT:
        changed = " OR ".join([*(f"NEW.{name} {differs} OLD.{name}" for name in columns), back])
        cases.append(f"({before} AND ({changed}))")
    return " OR ".join(cases)


def _postgres() -> list[str]:
    return [
        "CREATE FUNCTION pages_task_keep() RETURNS trigger AS $$ BEGIN "
        f"IF {_condition('IS DISTINCT FROM')} THEN "
        f"RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER pages_task_keep BEFORE UPDATE ON {_TABLE} FOR EACH ROW EXECUTE FUNCTION pages_task_keep()",
    ]


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER pages_task_keep BEFORE UPDATE ON {_TABLE} FOR EACH ROW WHEN {_condition('IS NOT')} "
        f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    ]
