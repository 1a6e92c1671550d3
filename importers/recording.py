"""Which record each decision of a run is, so that the counts of the run lead to their records."""

from collections.abc import Sequence

from importers.models import ImportedRecord, ImportRun, RecordOutcome
from importers.steps import Outcome, Step
from pages.acts import AppliedBatch
from pages.acts.bulk import writer

_OUTCOMES = {
    Outcome.NEW: RecordOutcome.NEW,
    Outcome.CHANGED: RecordOutcome.CHANGED,
    Outcome.UNCHANGED: RecordOutcome.UNCHANGED,
}


def record_group(run: ImportRun, steps: Sequence[Step], batch: AppliedBatch) -> None:
    """Write what became of a group, inside its transaction."""
    made = {one.natural_key: one.page_id for one in batch.created}
    pages = [(step, step.page_id or made.get(step.decision.key)) for step in steps if step.outcome in _OUTCOMES]
    rows = [_row(run, step, page_id) for step, page_id in pages if page_id is not None]
    writer.insert(ImportedRecord, writer.with_ids(ImportedRecord, rows))


def _row(run: ImportRun, step: Step, page_id: int) -> writer.Row:
    first = step.decision.rows[0]
    return writer.row(
        ImportedRecord,
        run_id=run.pk,
        page_id=page_id,
        outcome=_OUTCOMES[step.outcome].value,
        sheet=first.sheet,
        line=first.line,
    )
