"""The first half of a run: read, clean and merge the file; the same file gives the same plan every time."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from importers.context import load_surroundings
from importers.formats import KINDS
from importers.merge import MergeResult, gather
from importers.models import ImportRun
from importers.reading import CleanRow, Reading, read_file
from importers.storable import set_misfits_aside
from importers.windows import WindowOutlook, look_ahead
from records.types.columns.problems import Problem

WARNINGS_KEPT = 1000


@dataclass(slots=True)
class ImportPlan:
    """A file ready to be compared and applied."""

    reading: Reading
    gathering: MergeResult
    outlook: WindowOutlook

    @property
    def warnings(self) -> list[Problem]:
        """Warnings about file, cells and windows, in the order of the lines."""
        cells = [warning for row in self.reading.rows for warning in row.warnings if row.data is not None]
        return sorted([*self.reading.warnings, *cells, *self.outlook.warnings], key=lambda one: (one.sheet, one.line))

    @property
    def waiting(self) -> list[tuple[CleanRow, str, tuple[Problem, ...]]]:
        """Rows that wait because of themselves or of each other, in the order of the file."""
        return self.gathering.waiting


def prepare(run: ImportRun, now: dt.datetime | None = None) -> ImportPlan:
    """Read the run's stored file; raises ``FileRefusedError``."""
    reading = read_file(run.path, KINDS[run.kind], load_surroundings(run.source), run.day, name=run.file_name)
    reading.rows = [set_misfits_aside(row, KINDS[run.kind]) for row in reading.rows]
    gathering = gather(reading.rows)
    return ImportPlan(reading, gathering, look_ahead(gathering.decisions, now or timezone.now()))


def counts_of(prepared: ImportPlan) -> dict[str, object]:
    """What the run's record says of the file before anything is applied."""
    warnings = prepared.warnings
    return {
        "form": prepared.reading.form,
        "read": len(prepared.reading.rows),
        "skipped": prepared.gathering.skipped,
        "total": len(prepared.gathering.decisions),
        "over": len(prepared.outlook.over),
        "warnings": [warning.as_dict() for warning in warnings[:WARNINGS_KEPT]],
        "warning_count": len(warnings),
    }
