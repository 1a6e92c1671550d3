"""20,000 new rows through the whole way, against plain Wagtail and against COPY of ready rows."""

from pathlib import Path
from typing import Any

from bench import runner

PLAIN_ROWS = 300
# What an import writes that a page needs; COPY of exactly these rows is the floor.
TABLES = (
    "wagtailcore_revision",
    "wagtailcore_page",
    "pages_penaltydecisionpage",
    "pages_penaltyparty",
    "pages_penaltydecisionpage_penalty_types",
    "privacy_partyidentity",
    "wagtailcore_pagelogentry",
    "wagtailcore_referenceindex",
    "records_publicrecord",
    "records_outboxentry",
    "importers_importtrace",
)


def main() -> None:
    """Run the bench."""
    options = runner.arguments("imports", 20_000)
    with runner.site() as site:
        from bench.data import decisions
        from bench.files import write_csv, write_xlsx

        rows = list(decisions(options.rows))
        csv = write_csv(site.folder / "rows.csv", rows)
        xlsx = write_xlsx(site.folder / "rows.xlsx", rows)
        plain = _plain(site, rows[:PLAIN_ROWS])
        runner.note(f"plain Wagtail: {plain:.1f} rows/s")
        whole = [_import(site, csv, f"run{number}", options.rows) for number in range(options.repeat)]
        runner.note(f"whole way, CSV: {whole}")
        copied = [_copy(site, f"run{options.repeat - 1}", options.rows) for _ in range(options.repeat)]
        runner.note(f"COPY of ready rows: {copied}")
        book = _import(site, xlsx, "book", options.rows)
        engine = _catch_up()
        rate, floor = runner.median(whole), runner.median(copied)
        figures: dict[str, Any] = {
            "rows": options.rows,
            "plain_wagtail_rows_per_second": plain,
            "import_csv_rows_per_second": rate,
            "import_xlsx_rows_per_second": book,
            "copy_rows_per_second": floor,
            "times_plain": rate / plain,
            "copy_over_import": floor / rate,
            "database_engine_rows_per_second": engine,
        }
        runner.report(figures, options.json)


def _plain(site: runner.Site, rows: list[Any]) -> float:
    """Plain Wagtail, with its own search index as a plain site has it."""
    from django.test import override_settings

    site.fresh("plain")
    from bench.plain.pages import make_index, publish_each

    with override_settings(WAGTAILSEARCH_BACKENDS={"default": {"BACKEND": "wagtail.search.backends.database"}}):
        index = make_index()
        return len(rows) / runner.seconds(lambda: publish_each(index, rows))


def _import(site: runner.Site, path: Path, name: str, rows: int) -> float:
    site.fresh(name)
    from importers.commanding import Order, run_order

    runs = []
    spent = runner.seconds(lambda: runs.append(run_order(Order(path, "penalty", publish=True))))
    if runs[0].created != rows:
        raise SystemExit(f"{runs[0].created} of {rows} rows were created: {runs[0].state} {runs[0].error}")
    return rows / spent


def _catch_up() -> float:
    """Rows a second that the database engine takes from the outbox afterwards."""
    from records.models import OutboxEntry
    from search.outbox import feed

    waiting = OutboxEntry.objects.filter(engine="database").count()
    return waiting / runner.seconds(lambda: feed("database", seconds=3600)) if waiting else 0.0


def _copy(site: runner.Site, source: str, rows: int) -> float:
    """COPY of ready rows into the same tables, emptied: indexes and constraints in place, one transaction."""
    import psycopg

    site.fresh("copied", template=source)
    runner.close()
    with psycopg.connect(site.address("copied"), autocommit=True) as connection:
        ready = {table: _dump(connection, table) for table in TABLES}
        # No trigger stops the emptying; the COPY below runs with all of them.
        connection.execute("SET session_replication_role = replica")
        for table in TABLES:
            connection.execute(f"DELETE FROM {table}{_only(table)}".encode())
            connection.execute(f"VACUUM FULL ANALYZE {table}".encode())
        connection.execute("SET session_replication_role = origin")

        def load() -> None:
            with connection.transaction():
                for table in TABLES:
                    _load(connection, table, ready[table])

        return rows / runner.seconds(load)


def _only(table: str) -> str:
    """Decisions only: the pages above them stay."""
    return " WHERE depth > 4" if table == "wagtailcore_page" else ""


def _dump(connection: Any, table: str) -> list[bytes]:
    with connection.cursor().copy(f"COPY (SELECT * FROM {table}{_only(table)}) TO STDOUT".encode()) as copy:
        return [bytes(block) for block in copy]


def _load(connection: Any, table: str, blocks: list[bytes]) -> None:
    with connection.cursor().copy(f"COPY {table} FROM STDIN".encode()) as copy:
        for block in blocks:
            copy.write(block)


if __name__ == "__main__":
    main()
