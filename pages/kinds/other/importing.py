"""The sheet of other enforcement decisions. No national form has them: the items are those of the page."""

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
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code
from records.types.columns.source import source_columns
from records.types.columns.terms import read_kind, write_kind
from records.types.importing import ImportContext, ImportForm, Values
from rules.models.terms import Vocabulary


def _type(line: ExportLine) -> str:
    return write_kind(line.page.decision_type.label, line.page.other_type) if line.page.decision_type else ""


_COLUMNS: tuple[Column, ...] = (
    *party_columns("QT", ("申请人", "被决定人")),
    LineColumn(
        code="QT_WSMC",
        label="行政执法决定文书名称",
        attribute="document_title",
        names=("决定文书名称", "决定书名称", "文书名称"),
        required=True,
        soft_length=200,
    ),
    NumberColumn(
        code="QT_WSH",
        label="行政执法决定文书号",
        attribute="doc_no",
        names=("决定文书号", "决定书文号", "决定书号", "文书号"),
        required=True,
        soft_length=128,
    ),
    LineColumn(
        code="QT_LB",
        label="行政执法行为类别",
        attribute="type_words",
        fills={"decision_type": "", "other_type": ""},
        export=_type,
        names=("行为类别", "决定类别", "执法行为类别", "行政权力类别"),
        expected=True,
    ),
    LineColumn(code="QT_SX", label="决定事项", attribute="subject", names=("事项", "事项名称"), soft_length=300),
    TextColumn(
        code="QT_NR",
        label="决定内容",
        attribute="content",
        names=("行政执法决定内容",),
        expected=True,
    ),
    TextColumn(
        code="QT_YJ",
        label="决定依据",
        attribute="basis",
        names=("行政执法决定依据", "法律依据"),
        expected=True,
    ),
    DecisionDateColumn(
        code="QT_JDRQ",
        label="决定日期",
        attribute="decided_on",
        names=("行政执法决定日期", "作出决定日期"),
        required=True,
    ),
    DateColumn(code="QT_SDRQ", label="送达日期", attribute="served_on"),
    TextColumn(code="QT_JJ", label="救济途径", attribute="remedy", names=("救济渠道", "救济途径和期限")),
    NameColumn(
        code="QT_JDJG",
        label="决定机关",
        attribute="agency_name",
        names=("行政执法机关", "决定机关名称"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="QT_JDJGDM",
        label="决定机关统一社会信用代码",
        attribute="agency_code",
        names=("决定机关代码", "行政执法机关统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    *source_columns("QT"),
)


def _combine(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    if not draft.values["remedy"]:
        draft.silent.add("remedy")  # the law's own is proposed
    unknown = _("“%(words)s” is no type of decision that is known; it counts as 其他.")
    words, known = draft.values["type_words"], around.of(Vocabulary.OTHER_DECISION)
    code, other = read_kind(draft, IMPORT.by_code["QT_LB"], words, known, unknown)
    return {"decision_type": code, "other_type": other}


IMPORT = ImportForm(
    kind="other",
    name="own",
    label="其他行政执法",
    prefix="QT",
    subject="document_title",
    columns=_COLUMNS,
    left_out={"cited": "chosen from the articles of law"},
    combine=_combine,
)
OtherData = IMPORT.data
