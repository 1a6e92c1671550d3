"""Page types, vocabularies, rules and the public projection: the front door of the floor's tables."""

from pages.models.column import ColumnSettings
from pages.models.decisions import DecisionAttachment, PenaltyDecisionPage, PenaltyParty
from pages.models.disclosure import Disclosure, DisclosurePage
from pages.models.files import BureauDocument, BureauImage, BureauRendition
from pages.models.identity import PartyIdentity
from pages.models.publication import OutboxEntry, PublicRecord, RecordFile, RecordState
from pages.models.publication_settings import PublicationSettings
from pages.models.rules import WindowRule
from pages.models.scheduling import SchedulerRun, ScheduleSlot
from pages.models.terms import Term, Vocabulary
from pages.models.tree import ArchiveYearPage, DecisionIndexPage, EntityPage, HomePage

__all__ = [
    "ArchiveYearPage",
    "BureauDocument",
    "BureauImage",
    "BureauRendition",
    "ColumnSettings",
    "DecisionAttachment",
    "DecisionIndexPage",
    "Disclosure",
    "DisclosurePage",
    "EntityPage",
    "HomePage",
    "OutboxEntry",
    "PartyIdentity",
    "PenaltyDecisionPage",
    "PenaltyParty",
    "PublicRecord",
    "PublicationSettings",
    "RecordFile",
    "RecordState",
    "ScheduleSlot",
    "SchedulerRun",
    "Term",
    "Vocabulary",
    "WindowRule",
]
