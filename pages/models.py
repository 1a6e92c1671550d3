"""The page types and tables of this app, gathered for Django; code imports each from where it is written."""

from pages.acts.mass_publication import MassPublication
from pages.acts.review import PublicityReview
from pages.admin.search_backend.models import AdminEntry
from pages.base.attachments import DecisionAttachment
from pages.base.decision_links import CitedArticle
from pages.base.disclosure import Disclosure, DisclosurePage
from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from pages.base.proactive import ProactivePage
from pages.base.subject import PublicSubject
from pages.base.tree import ArchiveYearPage, DecisionIndexPage, HomePage, SectionIndexPage, SectionPage
from pages.exports.models import ExportedItem, ExportRun, Recipient
from pages.kinds.agency.models import AgencyPage, InternalUnit, Nature
from pages.kinds.benchmark.models import BenchmarkGrade, BenchmarkPage
from pages.kinds.catalogue.models import (
    RecordingListPage,
    RecordingMatter,
    ReviewCataloguePage,
    ReviewMatter,
    RulesDocumentPage,
    RulesStatus,
)
from pages.kinds.channel.models import (
    DuringNoticePage,
    MonitoringSite,
    MonitoringSitePage,
    RemediesPage,
    RemedyChannel,
    ToldMatter,
    WindowPost,
)
from pages.kinds.coercion.models import CoercionArticle, CoercionDecisionPage, CoercionItem, CoercionParty
from pages.kinds.flowchart.models import FlowChartPage, FlowEdge, FlowNode, FlowNodeKind
from pages.kinds.guide.models import GuideMaterial, GuidePage
from pages.kinds.inspection.lists import InspectionItem, InspectionItemListPage, InspectionPlanPage, PlanRow
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage
from pages.kinds.law.models import Law, LawArticle, Validity
from pages.kinds.lottery.models import InspectionTask, InterestConflict, RosterEntry, TaskState
from pages.kinds.notice.models import NoticeDecision, NoticePage
from pages.kinds.officer.models import Officer, OfficerStatus
from pages.kinds.other.models import OtherArticle, OtherDecisionPage, OtherParty
from pages.kinds.penalty.models import PenaltyArticle, PenaltyDecisionPage, PenaltyParty
from pages.kinds.permit.models import PermitDecisionPage, PermitParty
from pages.kinds.personnel.models import PersonnelListPage
from pages.kinds.power.models import PowerItem, PowerPage

__all__ = [
    "AdminEntry",
    "AgencyPage",
    "ArchiveYearPage",
    "BenchmarkGrade",
    "BenchmarkPage",
    "CitedArticle",
    "CoercionArticle",
    "CoercionDecisionPage",
    "CoercionItem",
    "CoercionParty",
    "DecisionAttachment",
    "DecisionIndexPage",
    "Disclosure",
    "DisclosurePage",
    "DuringNoticePage",
    "ExportRun",
    "ExportedItem",
    "FlowChartPage",
    "FlowEdge",
    "FlowNode",
    "FlowNodeKind",
    "GuideMaterial",
    "GuidePage",
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
    "NoticeDecision",
    "NoticePage",
    "NumberedDecisionPage",
    "Officer",
    "OfficerStatus",
    "OtherArticle",
    "OtherDecisionPage",
    "OtherParty",
    "Party",
    "PenaltyArticle",
    "PenaltyDecisionPage",
    "PenaltyParty",
    "PermitDecisionPage",
    "PermitParty",
    "PersonnelListPage",
    "PlanRow",
    "PowerItem",
    "PowerPage",
    "ProactivePage",
    "PublicSubject",
    "PublicityReview",
    "Recipient",
    "RecordingListPage",
    "RecordingMatter",
    "RemediesPage",
    "RemedyChannel",
    "ReviewCataloguePage",
    "ReviewMatter",
    "RosterEntry",
    "RulesDocumentPage",
    "RulesStatus",
    "SectionIndexPage",
    "SectionPage",
    "TaskState",
    "ToldMatter",
    "Validity",
    "WindowPost",
]
