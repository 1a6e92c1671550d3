"""The columns of the permit form (发改办财金〔2018〕790号, 28 items), with those of the forms of 2018 and 2015."""

from records.types.columns.base import CodeColumn, Column, DateColumn, LineColumn, NameColumn, TextColumn
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code

COLUMNS: tuple[Column, ...] = (
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
    LineColumn(code="XK_ZT", label="当前状态", attribute="state", names=("状态", "许可状态"), expected=True),
    NameColumn(
        code="XK_LYDW",
        label="数据来源单位",
        attribute="source_name",
        names=("数据来源", "来源单位", "数据来源单位名称"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="XK_LYDWDM",
        label="数据来源单位统一社会信用代码",
        attribute="source_code",
        names=("数据来源单位代码", "来源单位统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    TextColumn(code="BZ", label="备注", attribute="remark", names=("XK_BZ", "备注说明"), soft_length=512),
    # Of the form of 2015: such a header says that the state is counted otherwise (1 was 撤销 then).
    LineColumn(code="XK_XMMC", label="项目名称", attribute="project_name", names=("许可项目名称",), soft_length=200),
    LineColumn(code="XK_SPLB", label="审批类别", attribute="approval_kind", names=("行政审批类别",)),
)
BY_CODE = {column.code: column for column in COLUMNS}
OF_2015 = frozenset({"XK_XMMC", "XK_SPLB"})
