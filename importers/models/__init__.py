"""What imports remember: sources, runs, rows that wait, and what was last imported of each decision."""

from importers.models.imported import ImportedRecord, RecordOutcome
from importers.models.officers import OfficerFile
from importers.models.run import ImportRun, RunState
from importers.models.source import Channel, ImportSource
from importers.models.trace import ImportTrace
from importers.models.waiting import RowState, WaitingRow

__all__ = [
    "Channel",
    "ImportRun",
    "ImportSource",
    "ImportTrace",
    "ImportedRecord",
    "OfficerFile",
    "RecordOutcome",
    "RowState",
    "RunState",
    "WaitingRow",
]
