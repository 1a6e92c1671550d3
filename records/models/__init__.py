"""What is public: records, their files, what let them out and what ended them; the outbox and the clock's slots."""

from records.models.portal import ColumnSettings
from records.models.publication import ChangeCounter, OutboxEntry, PublicRecord, RecordFile, RecordState
from records.models.release import NotReleasedError, Release, ReleaseAct
from records.models.scheduling import Reprojection, SchedulerRun, ScheduleSlot
from records.models.withdrawals import Correction, CreditRepair, TaskCause, Withdrawal

__all__ = [
    "ChangeCounter",
    "ColumnSettings",
    "Correction",
    "CreditRepair",
    "NotReleasedError",
    "OutboxEntry",
    "PublicRecord",
    "RecordFile",
    "RecordState",
    "Release",
    "ReleaseAct",
    "Reprojection",
    "ScheduleSlot",
    "SchedulerRun",
    "TaskCause",
    "Withdrawal",
]
