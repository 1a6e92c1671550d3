"""Rows that wait: written with everything that is wrong with them, mended by later files, erased in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from importers.models import ImportRun, RowState, WaitingRow
from importers.preparing import ImportPlan
from importers.reading import CleanRow, cells_as_text
from importers.steps import Step

_AT_ONCE = 500
# What one query may name on every database; a file with more bad rows than this is no weekly list.
_MOST_REPEATED = 5000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows put to wait, and how many of them had been counted as joined to another row."""

    rows: int
    joined: int


def write_waiting(run: ImportRun, prepared: ImportPlan) -> None:
    """Write the rows that wait for their own faults; written twice they are still there once."""
    rows = [
        _waiting_row(run, row, key, [problem.as_dict() for problem in problems], bool(key))
        for row, key, problems in prepared.waiting
    ]
    for start in range(0, len(rows), _AT_ONCE):
        WaitingRow.objects.bulk_create(rows[start : start + _AT_ONCE], ignore_conflicts=True)


def put_to_wait(run: ImportRun, steps: Sequence[Step]) -> Waiting:
    """Put every row of decisions that cannot go in to wait."""
    rows = [
        _waiting_row(run, row, step.decision.key, [problem.as_dict() for problem in step.problems], True)
        for step in steps
        for row in step.decision.rows
    ]
    WaitingRow.objects.bulk_create(rows, ignore_conflicts=True)
    return Waiting(len(rows), len(rows) - len(steps))


def _waiting_row(
    run: ImportRun, row: CleanRow, key: str, problems: list[dict[str, str | int]], is_conflict: bool
) -> WaitingRow:
    waiting = WaitingRow(
        run=run,
        sheet=row.sheet,
        line=row.line,
        natural_key=key,
        is_conflict=is_conflict,
        problems=problems,
    )
    waiting.keep(cells_as_text(row.cells))
    return waiting


def mend_older_rows(run: ImportRun, prepared: ImportPlan) -> None:
    """Rows of earlier runs whose decision, or whose own line, has now gone in, need no one's work any more."""
    conflicting = set(run.waiting_rows.values_list("natural_key", flat=True))
    good = [decision for decision in prepared.gathering.decisions if decision.key not in conflicting]
    older = WaitingRow.objects.waiting().filter(run__kind=run.kind, run_id__lt=run.pk)
    if not older.exists():
        return
    keys = [decision.key for decision in good]
    for start in range(0, len(keys), _AT_ONCE):
        _mend(older.filter(natural_key__in=keys[start : start + _AT_ONCE]), run)
    origins = [row.origin for decision in good for row in decision.rows if row.origin]
    for origin in origins:
        _mend(older.filter(Q(run_id=origin.run, sheet=origin.sheet, line=origin.line)), run)
    # The same bad row in this week's file again: one of them is enough to mend.
    repeated = set(run.waiting_rows.exclude(cells_mark="").values_list("cells_mark", flat=True))
    older.filter(cells_mark__in=list(repeated)[:_MOST_REPEATED]).update(state=RowState.REPEATED, mended_by=run)


def _mend(rows: QuerySet[WaitingRow], run: ImportRun) -> None:
    rows.update(state=RowState.MENDED, mended_by=run)


def erase_old_rows(days: int) -> int:
    """Erase the cells of rows that waited too long or are mended; their reasons stay. Returns how many."""
    before = timezone.now() - timedelta(days=days)
    return WaitingRow.objects.past_retention(before).update(cells_token="")
