"""A run's report: the JSON of the command line, and the spreadsheet of the rows that wait."""

import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.utils.translation import gettext_lazy

from importers.formats import KINDS
from importers.models import ImportRun, RunState, WaitingRow
from importers.reading import REPORT_HEADERS

COUNTS = {
    "read": gettext_lazy("Read"),
    "created": gettext_lazy("New decisions"),
    "changed": gettext_lazy("Changed decisions"),
    "unchanged": gettext_lazy("Unchanged"),
    "quarantined": gettext_lazy("Waiting"),
    "skipped": gettext_lazy("Joined or repeated"),
}


def as_json(run: ImportRun) -> dict[str, Any]:
    """The report that ``import_records --json`` prints (docs/cli.md); ``error`` only when the file was refused."""
    report: dict[str, Any] = {"run": run.pk, "file": run.file_name, "sha256": run.sha256, "kind": run.kind}
    report["form"] = run.form
    report.update({name: getattr(run, name) for name in COUNTS})
    report.update(seconds=run.seconds, problems=problems_of(run), warnings=run.warnings)
    if run.state == RunState.FAILED:
        report["error"] = run.error
    return report


def problems_of(run: ImportRun) -> list[dict[str, Any]]:
    """Every problem of the rows that wait, in the order of the file."""
    if run.state == RunState.CHECKED or (run.difference and not run.prepared):
        conflicts = [problem for one in run.difference.get("decisions", []) for problem in one["problems"]]
        return _sorted([*run.difference.get("waiting", []), *conflicts])
    return _sorted(problem for row in run.waiting_rows.all() for problem in row.problems)


def _sorted(problems: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(problems, key=lambda problem: (problem["sheet"], problem["line"]))


def waiting_rows_workbook(run: ImportRun) -> bytes:
    """The rows that wait as .xlsx in the form, each with its origin and what is wrong, to mend and send again.

    Every cell is written as text: no value of the source becomes a formula, and no code loses its zeros.
    """
    columns = KINDS[run.kind].columns
    stream = io.BytesIO()
    with xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet("待改正")
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF5", "text_wrap": True, "valign": "top"})
        bad = book.add_format({"bg_color": "#FBE3E4"})
        text = book.add_format({"num_format": "@"})
        sheet.write_row(0, 0, [*REPORT_HEADERS, *(column.label for column in columns)], bold)
        sheet.freeze_panes(1, len(REPORT_HEADERS))
        sheet.set_column(0, len(REPORT_HEADERS) + len(columns), 18, text)
        sheet.set_column(3, 3, 48)
        for line, row in enumerate(run.waiting_rows.readable(), 1):
            _write(sheet, line, row, columns, bad)
    return stream.getvalue()


def _write(sheet: Any, line: int, row: WaitingRow, columns: Any, bad: Any) -> None:
    reasons = "；".join(f"{problem['reason']}" for problem in row.problems)
    for place, value in enumerate((str(row.run_id), row.sheet, str(row.line), reasons)):
        sheet.write_string(line, place, value)
    wrong = {problem["column"] for problem in row.problems}
    for place, column in enumerate(columns, len(REPORT_HEADERS)):
        value = row.cells.get(column.code, "")
        if value or column.code in wrong:
            sheet.write_string(line, place, value, bad if column.code in wrong else None)
