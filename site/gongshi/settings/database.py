"""Database: SQLite in ``var/`` by default, PostgreSQL by address."""

from typing import Any

import dj_database_url

from gongshi.settings import env
from gongshi.settings.paths import ROOT, VAR_DIR

DATABASE_URL = env.text(
    "GONGSHI_DATABASE_URL",
    f"sqlite:///{VAR_DIR / 'gongshi.sqlite3'}",
    "database address: sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME",
)
DATABASE_KEEP_SECONDS = env.number(
    "GONGSHI_DATABASE_KEEP_SECONDS", 60, "seconds a PostgreSQL connection is kept open between requests"
)
# Longer than any transaction should take; then the person who waits is told.
DATABASE_LOCK_SECONDS = env.number(
    "GONGSHI_DATABASE_LOCK_SECONDS", 20, "seconds a write waits for another's lock before it gives up"
)


def database(address: str) -> dict[str, Any]:
    """Django's settings of one database address."""
    if address.startswith("sqlite"):
        return _sqlite(address)
    parsed: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=DATABASE_KEEP_SECONDS))
    parsed["CONN_HEALTH_CHECKS"] = True
    return parsed


def _sqlite(address: str) -> dict[str, Any]:
    name = address.removeprefix("sqlite:///")
    in_memory = name in {"", "sqlite://:memory:"}
    return {
        # Django's own backend, with a line in which writers wait their turn.
        "ENGINE": "gongshi.sqlite",
        "NAME": ":memory:" if in_memory else ROOT / name,
        "OPTIONS": {
            # Web, worker and scheduler write at once. A transaction that starts as a reader and then writes fails at
            # once on a busy database instead of waiting, so each takes the write lock from its start.
            "transaction_mode": "IMMEDIATE",
            "timeout": DATABASE_LOCK_SECONDS,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


DATABASES = {"default": database(DATABASE_URL)}
