"""What a source says of one decision of each kind that can be imported; every item of the form is filled."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from pages.kinds.coercion.importing import CoercionData
from pages.kinds.other.importing import OtherData
from pages.kinds.penalty.importing import PenaltyData
from pages.kinds.permit.importing import PermitData
from records.types import find_kind
from records.types.decision_data import DecisionData, PartyData, PartyIdentityNumbers

BUREAU = {"agency_name": "兴隆台区住房和城乡建设局", "agency_code": "112111030012345672"}
SOURCE = {"source_name": "兴隆台区住房和城乡建设局", "source_code": "112111030012345672", "remark": "无"}
COMPANY = PartyData("盘锦澜岚建筑工程有限公司", "organisation", "91211103166131861N", representative="周岚")
REMEDY = "可以自收到决定书之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。"
PERSON = PartyData("王小明", "person", id_type="身份证", identity=PartyIdentityNumbers(personal="211103198709097235"))


def penalty(serial: int = 1, **values: Any) -> DecisionData:
    """A penalty decision; the types stand in another order than that of their weights."""
    said: dict[str, Any] = {
        "doc_no": f"兴住建罚决字〔2026〕第{serial:03d}号",
        "decided_on": date(2026, 10, 8),
        "facts": "王小明于2026年8月未取得施工许可证擅自施工。",
        "parties": (COMPANY, PERSON),
        "violation_kind": "未取得施工许可证擅自施工",
        "basis": "《建设工程质量管理条例》第五十七条",
        "penalty_types": ("fine", "warning"),
        "other_penalty": "责令改正",
        "result": "警告；罚款32740元",
        "fine": Decimal("32740.00"),
        "confiscated": Decimal("1.50"),
        "licence": "建筑业企业资质证书",
        "effect_until": date(2027, 10, 7),
        "declared_window_end": date(2029, 10, 7),
    }
    return PenaltyData(**{**said, **BUREAU, **SOURCE, **values})


def permit(serial: int = 1, **values: Any) -> DecisionData:
    """A permit decision."""
    said: dict[str, Any] = {
        "doc_no": f"兴住建许字〔2026〕{serial}号",
        "decided_on": date(2026, 3, 16),
        "content": "准予王小明承建的辽滨嘉园二期3号住宅楼工程施工。",
        "parties": (COMPANY, PERSON),
        "document_title": "建筑工程施工许可决定书",
        "permit_kind": "other",
        "other_kind": "备案",
        "licence_name": "建筑工程施工许可证",
        "licence_no": "211103202603160101",
        "valid_from": date(2026, 3, 16),
        "valid_until": date(2028, 3, 15),
        "is_in_force": False,
    }
    return PermitData(**{**said, **BUREAU, **SOURCE, **values})


def coercion(serial: int = 1, **values: Any) -> DecisionData:
    """A decision on sealing."""
    said: dict[str, Any] = {
        "doc_no": f"兴住建封字〔2026〕{serial}号",
        "decided_on": date(2026, 10, 8),
        "document_title": "查封决定书",
        "parties": (COMPANY, PERSON),
        "measure": "seal",
        "object": "塔式起重机一台",
        "place": "辽滨嘉园二期工地",
        "facts": "王小明使用未经检验的塔式起重机。",
        "basis": "《中华人民共和国行政强制法》第十八条",
        "period_from": date(2026, 10, 8),
        "period_until": date(2026, 11, 6),
        "is_extended": True,
        "executed_on": date(2026, 10, 8),
        "served_on": date(2026, 10, 9),
        "outcome": "lifted",
        "outcome_on": date(2026, 11, 2),
        "remedy": REMEDY,
    }
    return CoercionData(**{**said, **BUREAU, **SOURCE, **values})


def other(serial: int = 1, **values: Any) -> DecisionData:
    """A decision of a type that the vocabulary does not have."""
    said: dict[str, Any] = {
        "doc_no": f"兴住建备字〔2026〕{serial}号",
        "decided_on": date(2026, 10, 8),
        "document_title": "竣工验收备案决定书",
        "parties": (COMPANY, PERSON),
        "decision_type": "other",
        "other_type": "备案",
        "subject": "辽滨嘉园二期竣工验收",
        "content": "准予王小明承建的辽滨嘉园二期竣工验收备案。",
        "basis": "《建设工程质量管理条例》第四十九条",
        "served_on": date(2026, 10, 9),
        "remedy": REMEDY,
    }
    return OtherData(**{**said, **BUREAU, **SOURCE, **values})


def rectification(serial: int = 1, **values: Any) -> DecisionData:
    """An order to rectify, of the kind that only the trial knows."""
    said: dict[str, Any] = {
        "doc_no": f"兴住建责改字〔2026〕{serial}号",
        "decided_on": date(2026, 10, 8),
        "matter": "施工现场未采取扬尘防治措施",
        "demand": "责令王小明自收到本决定书之日起立即覆盖裸露土方。",
        "parties": (COMPANY, PERSON),
        "domain": "quality",
        "valid_until": date(2027, 3, 15),
    }
    data = find_kind("rectification").form.data
    return data(**{**said, **BUREAU, **SOURCE, **values})


SAID: dict[str, Callable[..., DecisionData]] = {
    "penalty": penalty,
    "permit": permit,
    "coercion": coercion,
    "other": other,
}
if find_kind("rectification"):
    SAID["rectification"] = rectification
