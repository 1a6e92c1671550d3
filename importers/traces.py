"""What sources said last, remembered with the group that heeds it."""

from collections.abc import Sequence

from importers.marks import pack
from importers.matching import identity_mark
from importers.models import ImportRun, ImportTrace
from importers.steps import Step
from pages.acts.bulk import writer


def write_traces(run: ImportRun, steps: Sequence[Step]) -> None:
    """Remember what the source said, whatever the merged page says."""
    keys = [step.decision.key for step in steps]
    held = dict(ImportTrace.objects.filter(pk__in=keys).values_list("pk", "identity_mark"))
    rows = [_trace(run, step, held.get(step.decision.key, "")) for step in steps]
    writer.insert(ImportTrace, [row for row in rows if row["natural_key"] not in held])
    ImportTrace.objects.bulk_create(
        [ImportTrace(**row) for row in rows if row["natural_key"] in held],
        update_conflicts=True,
        unique_fields=["natural_key"],
        update_fields=["content_hash", "identity_mark", "marks", "run"],
    )


def _trace(run: ImportRun, step: Step, last_identities: str) -> writer.Row:
    data = step.decision.data
    return {
        "natural_key": step.decision.key,
        "content_hash": data.content_hash(),
        "identity_mark": identity_mark(data.parties) or last_identities,
        "marks": pack(step.marks),
        "run_id": run.pk,
    }
