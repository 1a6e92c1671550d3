"""The sheet of coercion decisions. No national form has them: its items are those of 行政强制法 18, 24, 25."""

from collections.abc import Callable

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
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code
from records.types.columns.source import source_columns
from records.types.columns.terms import read_term, read_yes, write_yes
from records.types.importing import ImportContext, ImportForm, Values
from rules.models.terms import Vocabulary


def _label(name: str) -> Callable[[ExportLine], str]:
    def label(line: ExportLine) -> str:
        term = getattr(line.page, name)
        return term.label if term else ""

    return label


_COLUMNS: tuple[Column, ...] = (
    *party_columns("QZ", ("被强制人", "被强制单位", "行政强制相对人名称")),
    LineColumn(
        code="QZ_WSMC",
        label="行政强制决定文书名称",
        attribute="document_title",
        names=("强制决定文书名称", "行政强制决定书名称", "强制文书名称"),
        required=True,
        soft_length=200,
    ),
    NumberColumn(
        code="QZ_WSH",
        label="行政强制决定文书号",
        attribute="doc_no",
        names=("行政强制决定书文号", "强制决定文书号", "行政强制文书号", "强制文书号", "行政强制决定书号"),
        required=True,
        soft_length=128,
    ),
    LineColumn(
        code="QZ_LB",
        label="行政强制种类",
        attribute="measure_words",
        fills={"measure": ""},
        export=_label("measure"),
        names=("强制种类", "强制类别", "行政强制类别", "强制措施种类", "行政强制措施种类"),
        expected=True,
    ),
    LineColumn(
        code="QZ_DX",
        label="强制对象",
        attribute="object",
        names=("行政强制对象", "查封扣押物品", "查封、扣押的场所、设施或者财物"),
        expected=True,
        soft_length=500,
    ),
    LineColumn(code="QZ_DD", label="强制地点", attribute="place", names=("行政强制地点", "实施地点"), soft_length=200),
    TextColumn(
        code="QZ_SS",
        label="强制事由和事实",
        attribute="facts",
        names=("强制事由", "行政强制事由", "强制理由", "主要违法事实"),
        expected=True,
    ),
    TextColumn(
        code="QZ_YJ",
        label="强制依据",
        attribute="basis",
        names=("行政强制依据", "强制法律依据"),
        expected=True,
    ),
    DecisionDateColumn(
        code="QZ_JDRQ",
        label="强制决定日期",
        attribute="decided_on",
        names=("行政强制决定日期", "决定日期"),
        required=True,
    ),
    DateColumn(code="QZ_QXQ", label="强制期限自", attribute="period_from", names=("查封扣押期限自", "期限自")),
    DateColumn(code="QZ_QXZ", label="强制期限至", attribute="period_until", names=("查封扣押期限至", "期限至")),
    LineColumn(
        code="QZ_YQ",
        label="是否批准延长",
        attribute="extended_words",
        fills={"is_extended": False},
        export=lambda line: write_yes(line.page.is_extended),
        names=("是否延长", "是否延期"),
    ),
    DateColumn(code="QZ_SSRQ", label="强制实施日期", attribute="executed_on", names=("实施日期",), expected=True),
    DateColumn(code="QZ_SDRQ", label="送达日期", attribute="served_on"),
    LineColumn(
        code="QZ_CLJG",
        label="处理结果",
        attribute="outcome_words",
        fills={"outcome": ""},
        export=_label("outcome"),
        names=("强制处理结果", "行政强制结果"),
    ),
    DateColumn(code="QZ_CLRQ", label="处理日期", attribute="outcome_on", names=("解除日期", "处理结果日期")),
    TextColumn(code="QZ_JJ", label="救济途径", attribute="remedy", names=("救济渠道", "救济途径和期限")),
    NameColumn(
        code="QZ_QZJG",
        label="强制机关",
        attribute="agency_name",
        names=("行政强制机关", "强制机关名称"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="QZ_QZJGDM",
        label="强制机关统一社会信用代码",
        attribute="agency_code",
        names=("强制机关代码", "行政强制机关统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    *source_columns("QZ"),
)


def _combine(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    if not draft.values["remedy"]:
        draft.silent.add("remedy")  # the law's own is proposed
    return {
        "measure": read_term(draft, IMPORT.by_code["QZ_LB"], around.of(Vocabulary.COERCION_MEASURE)),
        "outcome": read_term(draft, IMPORT.by_code["QZ_CLJG"], around.of(Vocabulary.COERCION_OUTCOME)),
        "is_extended": read_yes(draft, IMPORT.by_code["QZ_YQ"]),
    }


IMPORT = ImportForm(
    kind="coercion",
    name="own",
    label="行政强制",
    prefix="QZ",
    subject="document_title",
    columns=_COLUMNS,
    left_out={
        "officers": "chosen from the roll of officers",
        "cited": "chosen from the articles of law",
        "items": "rows of an inventory do not fit the one line of a decision",
    },
    combine=_combine,
)
CoercionData = IMPORT.data
