"""The items of the national template, in its order: 28 for permits, 30 for penalties."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rules.validators import NO_CREDIT_CODE
from rules.windows import LONG_TERM

_SIX = Decimal("0.000001")
_WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: a decision with one of its parties and, when they are asked for, that party's numbers."""

    page: Any
    party: Any
    personal: str = ""
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: field code, heading, how it is read, and whether the standard demands it of this line."""

    code: str
    label: str
    read: Callable[[Line], str]
    demanded: Callable[[Line], bool] = lambda line: False
    is_identity: bool = False


def _always(line: Line) -> bool:
    return True


def _of_organisation(line: Line) -> bool:
    return bool(line.party.category_code != "person")


def _of_person(line: Line) -> bool:
    return bool(line.party.category_code == "person")


def _page(name: str) -> Callable[[Line], str]:
    return lambda line: str(getattr(line.page, name) or "")


def _party(name: str) -> Callable[[Line], str]:
    return lambda line: str(getattr(line.party, name) or "")


def _day(name: str) -> Callable[[Line], str]:
    return lambda line: day_text(getattr(line.page, name))


def day_text(day: date | None) -> str:
    """YYYY/MM/DD; 2099/12/31 stands for long-term."""
    return f"{min(day, LONG_TERM):%Y/%m/%d}" if day else ""


def _wan(name: str) -> Callable[[Line], str]:
    """An amount in 万元 with six places."""

    def read(line: Line) -> str:
        amount = getattr(line.page, name)
        return "" if amount is None else format((Decimal(amount) / _WAN).quantize(_SIX), "f")

    return read


def _category(line: Line) -> str:
    return line.party.category.label if line.party.category_id else "法人及非法人组织"


def _credit_code(line: Line) -> str:
    """A sole trader without a code is written as 17 zeros and X."""
    if line.party.category_code == "person":
        return ""
    none = NO_CREDIT_CODE if line.party.category_code == "sole_trader" else ""
    return line.party.credit_code or none


def _parties(prefix: str) -> tuple[Item, ...]:
    """Items 1–13, the same for both forms."""
    number = "行政相对人代码_"
    return (
        Item(f"{prefix}_XDR_MC", "行政相对人名称", _party("name"), _always),
        Item(f"{prefix}_XDR_LB", "行政相对人类别", _category, _always),
        Item(f"{prefix}_XDR_SHXYM", f"{number}1(统一社会信用代码)", _credit_code, _of_organisation),
        Item(f"{prefix}_XDR_GSZC", f"{number}2(工商注册号)", _party("registration_no")),
        Item(f"{prefix}_XDR_ZZJG", f"{number}3(组织机构代码)", _party("organisation_code")),
        Item(f"{prefix}_XDR_SWDJ", f"{number}4(税务登记号)", _party("tax_no")),
        Item(f"{prefix}_XDR_SYDW", f"{number}5(事业单位证书号)", _party("institution_no")),
        Item(f"{prefix}_XDR_SHZZ", f"{number}6(社会组织登记证号)", _party("social_org_no")),
        Item(f"{prefix}_FRDB", "法定代表人", _party("representative"), _of_organisation),
        Item(f"{prefix}_FR_ZJLX", "法定代表人证件类型", _party("representative_id_type")),
        Item(f"{prefix}_FR_ZJHM", "法定代表人证件号码", lambda line: line.representative, is_identity=True),
        Item(f"{prefix}_XDR_ZJLX", "证件类型", _party("id_type"), _of_person),
        Item(f"{prefix}_XDR_ZJHM", "证件号码", lambda line: line.personal, _of_person, is_identity=True),
    )


def _penalty_types(line: Line) -> str:
    """The types, and behind them what none of them names: 其他-…, or an order that came with them."""
    terms = list(line.page.penalty_types.all())
    other = line.page.other_penalty
    labels = [term.label for term in terms if term.code != "other" or not other]
    if other:
        labels.append(f"其他-{other}" if any(term.code == "other" for term in terms) else other)
    return "、".join(labels)


def _has_type(*codes: str) -> Callable[[Line], bool]:
    return lambda line: any(term.code in codes for term in line.page.penalty_types.all())


PENALTY_ITEMS: tuple[Item, ...] = (
    *_parties("CF"),
    Item("CF_WSH", "行政处罚决定书文号", _page("doc_no"), _always),
    Item("CF_WFXW", "违法行为类型", _page("violation_kind"), _always),
    Item("CF_SY", "违法事实", _page("facts"), _always),
    Item("CF_YJ", "处罚依据", _page("basis"), _always),
    Item("CF_CFLB", "处罚类别", _penalty_types, _always),
    Item("CF_NR", "处罚内容", _page("result"), _always),
    Item("CF_NR_FK", "罚款金额（万元）", _wan("fine"), _has_type("fine")),
    Item(
        "CF_NR_WFFF",
        "没收违法所得、没收非法财物的金额（万元）",
        _wan("confiscated"),
        _has_type("confiscate_gains", "confiscate_goods"),
    ),
    Item(
        "CF_NR_ZKDX",
        "暂扣或吊销证照名称及编号",
        _page("licence"),
        _has_type("suspend_licence", "revoke_licence", "suspend_or_revoke"),
    ),
    Item("CF_JDRQ", "处罚决定日期", _day("decided_on"), _always),
    Item("CF_YXQ", "处罚有效期", _day("effect_until"), _always),
    Item("CF_GSJZQ", "公示截止期", _day("declared_window_end")),
    Item("CF_CFJG", "处罚机关", _page("agency_name"), _always),
    Item("CF_CFJGDM", "处罚机关统一社会信用代码", _page("agency_code"), _always),
    Item("CF_SJLY", "数据来源单位", _page("source_name"), _always),
    Item("CF_SJLYDM", "数据来源单位统一社会信用代码", _page("source_code"), _always),
    Item("BZ", "备注", _page("remark")),
)


def _permit_kind(line: Line) -> str:
    if not line.page.permit_kind_id:
        return ""
    label = line.page.permit_kind.label
    return f"{label}-{line.page.other_kind}" if line.page.other_kind else label


PERMIT_ITEMS: tuple[Item, ...] = (
    *_parties("XK"),
    Item("XK_XKWS", "行政许可决定文书名称", _page("document_title"), _always),
    Item("XK_WSH", "行政许可决定文书号", _page("doc_no"), _always),
    Item("XK_XKLB", "许可类别", _permit_kind, _always),
    Item("XK_XKZS", "许可证书名称", _page("licence_name")),
    Item("XK_XKBH", "许可编号", _page("licence_no")),
    Item("XK_NR", "许可内容", _page("content"), _always),
    Item("XK_JDRQ", "许可决定日期", _day("decided_on"), _always),
    Item("XK_YXQZ", "有效期自", _day("valid_from"), _always),
    Item("XK_YXQZI", "有效期至", _day("valid_until"), _always),
    Item("XK_XKJG", "许可机关", _page("agency_name"), _always),
    Item("XK_XKJGDM", "许可机关统一社会信用代码", _page("agency_code"), _always),
    Item("XK_ZT", "当前状态", lambda line: "1" if line.page.is_in_force else "2", _always),
    Item("XK_LYDW", "数据来源单位", _page("source_name"), _always),
    Item("XK_LYDWDM", "数据来源单位统一社会信用代码", _page("source_code"), _always),
    Item("BZ", "备注", _page("remark")),
)

TEMPLATES: dict[str, tuple[Item, ...]] = {"penalty": PENALTY_ITEMS, "permit": PERMIT_ITEMS}
