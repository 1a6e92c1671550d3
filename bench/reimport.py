"""The same file again, and the same file with one row in a hundred changed, against its first import."""

from dataclasses import replace

from bench import runner


def main() -> None:
    """Run the bench."""
    options = runner.arguments("reimport", 20_000)
    with runner.site() as site:
        from bench.data import decisions
        from bench.files import write_csv
        from importers.commanding import Order, run_order

        rows = list(decisions(options.rows))
        same = write_csv(site.folder / "same.csv", rows)
        mended = write_csv(
            site.folder / "mended.csv",
            [replace(row, basis=f"{row.basis}（更正）") if n % 100 == 0 else row for n, row in enumerate(rows)],
        )
        site.fresh("reimport")

        def bring_in(path):
            runs = []
            spent = runner.seconds(lambda: runs.append(run_order(Order(path, "penalty", publish=True))))
            return spent, runs[0]

        first, _run = bring_in(same)
        again = [bring_in(same) for _ in range(options.repeat)]
        if any(run.unchanged != options.rows for _spent, run in again):
            raise SystemExit("the second import changed something")
        changed, run = bring_in(mended)
        second = runner.median([spent for spent, _run in again])
        runner.report(
            {
                "rows": options.rows,
                "first_seconds": first,
                "again_seconds": second,
                "times_faster": first / second,
                "one_percent_changed_seconds": changed,
                "changed_rows": run.changed,
            },
            options.json,
        )


if __name__ == "__main__":
    main()
