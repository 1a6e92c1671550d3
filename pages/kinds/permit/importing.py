"""The permit form (发改办财金〔2018〕790号, 28 items), with the columns of the forms of 2018 and 2015."""

from django.utils.translation import gettext as _

from records.types.columns.base import (
    CodeColumn,
    Column,
    DateColumn,
    Draft,
    ExportLine,
    LineColumn,
    NameColumn,
    TextColumn,
)
from records.types.columns.cells import has_content
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code
from records.types.columns.source import source_columns
from records.types.columns.terms import read_kind, write_kind
from records.types.importing import ImportContext, ImportForm, Values
from rules.models.terms import Vocabulary

OF_2015 = frozenset({"XK_XMMC", "XK_SPLB"})
# 1 = 有效, 2 = 无效; in the form of 2015: 0 = 正常, 1 = 撤销, 2 = 异议, 3 = 其他.
_STATES = {"1": True, "有效": True, "正常": True, "2": False, "无效": False, "撤销": False, "注销": False}
_STATES_OF_2015 = {"0": True, "正常": True, "有效": True, "1": False, "撤销": False, "无效": False}


def _permit_kind(line: ExportLine) -> str:
    if not line.page.permit_kind_id:
        return ""
    return write_kind(line.page.permit_kind.label, line.page.other_kind)


_COLUMNS: tuple[Column, ...] = (
    *party_columns("XK", ("被许可人", "行政许可相对人名称", "许可相对人", "申请人")),
    LineColumn(
        code="XK_XKWS",
        label="行政许可决定文书名称",
        attribute="document_title",
        names=("许可决定文书名称", "行政许可决定书名称", "许可文书名称"),
        expected=True,
        soft_length=200,
    ),
    NumberColumn(
        code="XK_WSH",
        label="行政许可决定文书号",
        attribute="doc_no",
        names=("行政许可决定书文号", "许可决定文书号", "行政许可文书号", "许可文书号", "行政许可决定书号"),
        required=True,
        soft_length=128,
    ),
    LineColumn(
        code="XK_XKLB",
        label="许可类别",
        attribute="kind_words",
        fills={"permit_kind": "", "other_kind": ""},
        export=_permit_kind,
        names=("行政许可类别", "许可类型"),
        expected=True,
        soft_length=256,
    ),
    LineColumn(
        code="XK_XKZS",
        label="许可证书名称",
        attribute="licence_name",
        names=("许可证名称", "证书名称"),
        soft_length=200,
    ),
    LineColumn(
        code="XK_XKBH",
        label="许可编号",
        attribute="licence_no",
        names=("许可证编号", "许可证书编号", "证书编号"),
        soft_length=128,
    ),
    TextColumn(
        code="XK_NR",
        label="许可内容",
        attribute="content",
        names=("行政许可内容", "许可决定内容"),
        required=True,
        soft_length=4000,
    ),
    DecisionDateColumn(
        code="XK_JDRQ",
        label="许可决定日期",
        attribute="decided_on",
        names=("行政许可决定日期", "决定日期", "许可日期"),
        required=True,
    ),
    DateColumn(
        code="XK_YXQZ", label="有效期自", attribute="valid_from", names=("许可有效期自", "有效期起"), expected=True
    ),
    DateColumn(
        code="XK_YXQZI",
        label="有效期至",
        attribute="valid_until",
        names=("许可有效期至", "有效期止", "许可截止期", "XK_JZQ"),
        expected=True,
    ),
    NameColumn(
        code="XK_XKJG",
        label="许可机关",
        attribute="agency_name",
        names=("行政许可机关", "许可机关名称", "XK_XZJG"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="XK_XKJGDM",
        label="许可机关统一社会信用代码",
        attribute="agency_code",
        names=("许可机关代码", "许可机关信用代码", "行政许可机关统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    LineColumn(
        code="XK_ZT",
        label="当前状态",
        attribute="state",
        names=("状态", "许可状态"),
        expected=True,
        fills={"is_in_force": True},
        export=lambda line: "1" if line.page.is_in_force else "2",
    ),
    *source_columns("XK", expected=True),
    # Of the form of 2015: such a header says that the state is counted otherwise (1 was 撤销 then).
    LineColumn(
        code="XK_XMMC",
        label="项目名称",
        attribute="project_name",
        names=("许可项目名称",),
        soft_length=200,
        fills={},
        is_exported=False,
    ),
    LineColumn(
        code="XK_SPLB",
        label="审批类别",
        attribute="approval_kind",
        names=("行政审批类别",),
        fills={},
        is_exported=False,
    ),
)


def _prepare(draft: Draft) -> None:
    """Item 15: a decision without a number of its own goes by the number of its licence."""
    if not has_content(draft.cells.get("XK_WSH")) and has_content(draft.cells.get("XK_XKBH")):
        draft.cells = {**draft.cells, "XK_WSH": draft.cells["XK_XKBH"]}


def _combine(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    _name(draft)
    kind, other = _kind(draft, around)
    return {"permit_kind": kind, "other_kind": other, "is_in_force": _in_force(draft, bool(OF_2015 & header))}


def _name(draft: Draft) -> None:
    """Item 14; a form of 2015 has the project's name instead. A new permit without either is called as its licence."""
    values = draft.values
    if values["document_title"]:
        return
    values["document_title"] = values["project_name"] or values["licence_name"]
    if values["project_name"]:
        draft.silent.discard("document_title")
    elif values["licence_name"]:
        draft.silent.add("document_title")


def _kind(draft: Draft, around: ImportContext) -> tuple[str, str]:
    """Item 16: code of the vocabulary, and the words of another kind (其他-备案)."""
    words = draft.values["kind_words"] or draft.values["approval_kind"]
    column = IMPORT.by_code["XK_XKLB"]
    if draft.values["approval_kind"]:
        draft.silent.discard("kind_words")
    unknown = _("“%(words)s” is no kind of permit that is known; it counts as 其他.")
    code, other = read_kind(draft, column, words, around.of(Vocabulary.PERMIT_KIND), unknown)
    return code, other[:255]


def _in_force(draft: Draft, is_of_2015: bool) -> bool:
    """Item 25; what is unknown is taken as in force, and said. Only a new permit takes it so."""
    text = draft.values["state"].split(".", 1)[0].split("-", 1)[0].strip()
    if not text:
        draft.silent.add("is_in_force")
        return True
    found = (_STATES_OF_2015 if is_of_2015 else _STATES).get(text)
    if found is None:
        draft.silent.add("is_in_force")
        draft.warn(IMPORT.by_code["XK_ZT"], _("This state is not known; the permit is taken as in force."))
    return True if found is None else found


IMPORT = ImportForm(
    kind="permit",
    name="790",
    label="行政许可",
    prefix="XK",
    subject="document_title",
    columns=_COLUMNS,
    prepare=_prepare,
    combine=_combine,
)
PermitData = IMPORT.data
