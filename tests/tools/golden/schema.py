"""What the database is made of, as it says itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from tests.tools.golden.canonical import write

# One text for each thing: what it belongs to, and its definition.
POSTGRES = {
    "column": """SELECT table_name, concat_ws(' ', column_name, data_type, character_maximum_length,
        CASE is_nullable WHEN 'NO' THEN 'NOT NULL' END, 'DEFAULT ' || column_default,
        'IDENTITY ' || identity_generation)
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraint": """SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0""",
    "index": "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "trigger": """SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal""",
    "function": """SELECT proname, pg_get_functiondef(p.oid) FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
    "view": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'",
    "extension": "SELECT extname, extversion FROM pg_extension",
}
SQLITE = "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def write_schema(folder: Path) -> None:
    """``schema.txt``: sorted lines, whatever the order of migrations."""
    lines = _of_sqlite() if connection.vendor == "sqlite" else _of_postgres()
    write(folder / "schema.txt", "\n".join(sorted(lines)) + "\n")


def _of_postgres() -> Iterator[str]:
    for kind, question in POSTGRES.items():
        yield from (f"{owner}\t{kind}\t{_on_one_line(text)}" for owner, text in _rows(question))


def _of_sqlite() -> Iterator[str]:
    for kind, owner, sql in _rows(SQLITE):
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            yield from (f"{owner}\tcolumn\t{_on_one_line(part)}" for part in parts(sql))
        else:
            yield f"{owner}\t{kind}\t{_on_one_line(sql)}"


def _rows(question: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def parts(sql: str) -> Iterator[str]:
    """The columns and constraints of ``CREATE TABLE name (…)``."""
    inner, depth, begun = sql[sql.index("(") + 1 : sql.rindex(")")], 0, 0
    for place, char, quoted in _outside(inner):
        depth += 0 if quoted else {"(": 1, ")": -1}.get(char, 0)
        if char == "," and not depth and not quoted:
            yield inner[begun:place]
            begun = place + 1
    yield inner[begun:]


def _outside(text: str) -> Iterator[tuple[int, str, bool]]:
    """Place, character, and whether it stands in quotation marks."""
    mark = ""
    for place, char in enumerate(text):
        if char in "'\"" and mark in {"", char}:
            mark = "" if mark else char
        yield place, char, bool(mark)
