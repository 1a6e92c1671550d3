"""Page types, vocabularies, rules and the public projection: the front door of the floor's tables."""

from pages.models.attachments import DecisionAttachment
from pages.models.benchmarks import BenchmarkGrade, BenchmarkPage
from pages.models.catalogues import (
    RecordingListPage,
    RecordingMatter,
    ReviewCataloguePage,
    ReviewMatter,
    RulesDocumentPage,
    RulesStatus,
)
from pages.models.channels import (
    DuringNoticePage,
    MonitoringSite,
    MonitoringSitePage,
    RemediesPage,
    RemedyChannel,
    ToldMatter,
    WindowPost,
)
from pages.models.coercion import CoercionDecisionPage, CoercionItem, CoercionParty
from pages.models.column import ColumnSettings
from pages.models.consistency import ConsistencySetting, ConsistencySeverity, PublishingItem
from pages.models.deadlines import AnnouncedYear, CalendarDay, DeadlineRule, DeadlineUnit
from pages.models.decision_links import CitedArticle, CoercionArticle, OtherArticle, PenaltyArticle
from pages.models.decisions import PenaltyDecisionPage, PenaltyParty
from pages.models.disclosure import Disclosure, DisclosurePage
from pages.models.entities import EntityPage, InternalUnit, Nature
from pages.models.exports import ExportedItem, ExportRun, Recipient
from pages.models.files import BureauDocument, BureauImage, BureauRendition
from pages.models.flowcharts import FlowChartPage, FlowEdge, FlowNode, FlowNodeKind
from pages.models.guides import GuideMaterial, GuidePage
from pages.models.identity import PartyIdentity
from pages.models.inspection_lists import InspectionItem, InspectionItemListPage, InspectionPlanPage, PlanRow
from pages.models.inspection_results import InspectionObject, InspectionResultPage
from pages.models.inspection_tasks import InspectionTask, InterestConflict, RosterEntry, TaskState
from pages.models.laws import Law, LawArticle, Validity
from pages.models.mass_publication import MassPublication
from pages.models.notices import NoticeDecision, NoticePage
from pages.models.numbered import NumberedDecisionPage
from pages.models.officers import Officer, OfficerStatus
from pages.models.others import OtherDecisionPage, OtherParty
from pages.models.parties import Party
from pages.models.permits import PermitDecisionPage, PermitParty
from pages.models.personnel import PersonnelListPage
from pages.models.powers import PowerItem, PowerPage
from pages.models.privacy import FileCheck, FileState, HitDecision, PrivacyDecision
from pages.models.publication import ChangeCounter, OutboxEntry, PublicRecord, RecordFile, RecordState
from pages.models.publication_settings import PublicationSettings
from pages.models.release import NotReleasedError, Release, ReleaseAct
from pages.models.remedies import RemedyRule
from pages.models.review import PublicityReview
from pages.models.rules import WindowRule
from pages.models.scheduling import Reprojection, SchedulerRun, ScheduleSlot
from pages.models.standing import StandingPage
from pages.models.subject import PublicSubject
from pages.models.terms import Term, Vocabulary
from pages.models.tree import ArchiveYearPage, DecisionIndexPage, HomePage, SectionIndexPage, SectionPage
from pages.models.withdrawals import Correction, CreditRepair, RecipientTask, TaskCause, Withdrawal

__all__ = [
    "AnnouncedYear",
    "ArchiveYearPage",
    "BenchmarkGrade",
    "BenchmarkPage",
    "BureauDocument",
    "BureauImage",
    "BureauRendition",
    "CalendarDay",
    "ChangeCounter",
    "CitedArticle",
    "CoercionArticle",
    "CoercionDecisionPage",
    "CoercionItem",
    "CoercionParty",
    "ColumnSettings",
    "ConsistencySetting",
    "ConsistencySeverity",
    "Correction",
    "CreditRepair",
    "DeadlineRule",
    "DeadlineUnit",
    "DecisionAttachment",
    "DecisionIndexPage",
    "Disclosure",
    "DisclosurePage",
    "DuringNoticePage",
    "EntityPage",
    "ExportRun",
    "ExportedItem",
    "FileCheck",
    "FileState",
    "FlowChartPage",
    "FlowEdge",
    "FlowNode",
    "FlowNodeKind",
    "GuideMaterial",
    "GuidePage",
    "HitDecision",
    "HomePage",
    "InspectionItem",
    "InspectionItemListPage",
    "InspectionObject",
    "InspectionPlanPage",
    "InspectionResultPage",
    "InspectionTask",
    "InterestConflict",
    "InternalUnit",
    "Law",
    "LawArticle",
    "MassPublication",
    "MonitoringSite",
    "MonitoringSitePage",
    "Nature",
    "NotReleasedError",
    "NoticeDecision",
    "NoticePage",
    "NumberedDecisionPage",
    "Officer",
    "OfficerStatus",
    "OtherArticle",
    "OtherDecisionPage",
    "OtherParty",
    "OutboxEntry",
    "Party",
    "PartyIdentity",
    "PenaltyArticle",
    "PenaltyDecisionPage",
    "PenaltyParty",
    "PermitDecisionPage",
    "PermitParty",
    "PersonnelListPage",
    "PlanRow",
    "PowerItem",
    "PowerPage",
    "PrivacyDecision",
    "PublicRecord",
    "PublicSubject",
    "PublicationSettings",
    "PublicityReview",
    "PublishingItem",
    "Recipient",
    "RecipientTask",
    "RecordFile",
    "RecordState",
    "RecordingListPage",
    "RecordingMatter",
    "Release",
    "ReleaseAct",
    "RemediesPage",
    "RemedyChannel",
    "RemedyRule",
    "Reprojection",
    "ReviewCataloguePage",
    "ReviewMatter",
    "RosterEntry",
    "RulesDocumentPage",
    "RulesStatus",
    "ScheduleSlot",
    "SchedulerRun",
    "SectionIndexPage",
    "SectionPage",
    "StandingPage",
    "TaskCause",
    "TaskState",
    "Term",
    "ToldMatter",
    "Validity",
    "Vocabulary",
    "WindowPost",
    "WindowRule",
    "Withdrawal",
]
