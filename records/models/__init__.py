"""What is public: records, their files, what let them out and what ended them; the outbox and the clock's slots."""

from records.models.facets import RecordFacet
from records.models.portal import PortalSettings
from records.models.publication import ChangeCounter, OutboxEntry, PublicRecord, RecordFile, RecordState
from records.models.release import NotReleasedError, Release, ReleaseAct
from records.models.scheduling import RecordRebuild, SchedulerRun, ScheduleSlot
from records.models.withdrawals import Correction, CreditRepair, TaskCause, Withdrawal

__all__ = [
    "ChangeCounter",
    "Correction",
    "CreditRepair",
    "NotReleasedError",
    "OutboxEntry",
    "PortalSettings",
    "PublicRecord",
    "RecordFacet",
    "RecordFile",
    "RecordRebuild",
    "RecordState",
    "Release",
    "ReleaseAct",
    "ScheduleSlot",
    "SchedulerRun",
    "TaskCause",
    "Withdrawal",
]
