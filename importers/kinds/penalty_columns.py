"""The columns of the penalty form (发改办财金〔2018〕790号, 30 items) with the spellings seen in real files."""

import datetime as dt

from django.utils.translation import gettext as _

from importers.columns.base import (
    AmountColumn,
    CellError,
    CodeColumn,
    Column,
    DateColumn,
    Draft,
    LineColumn,
    NameColumn,
    TextColumn,
)
from importers.columns.codes import is_credit_code, is_identity_number, is_masked
from importers.columns.tidy import tidy_line
from importers.sources import Cell
from pages.numbers import parse_number
from pages.validators import NO_CREDIT_CODE


class NumberColumn(Column):
    """The document number, kept as written; it must be readable."""

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_line(cell)
        if text:
            parse_number(text)
        return text


class DecisionDateColumn(DateColumn):
    """The day of the decision: a real day, not after the day of the run."""

    def read(self, cell: Cell, draft: Draft) -> dt.date | None:
        day = super().read(cell, draft)
        if day is not None and day > draft.today:
            raise CellError(_("The decision date %(day)s is in the future.") % {"day": day.isoformat()})
        return day


def check_credit_code(column: Column, code: str, draft: Draft) -> str:
    """Item 3: right check digit, or 17 zeros + X, which is judged with the category (a sole trader's "none")."""
    if code == NO_CREDIT_CODE or is_credit_code(code):
        return code
    raise CellError(_("The credit code is wrong: 18 places with the check digit of GB 32100-2015 are needed."))


def warn_credit_code(column: Column, code: str, draft: Draft) -> str:
    """Items 27 and 29: a wrong code of the authority or source is taken as written, and said."""
    if not is_credit_code(code):
        draft.warn(column, _("The check digit of this credit code is wrong."))
    return code


def check_identity(column: Column, code: str, draft: Draft) -> str:
    """Items 11 and 13: a number that the sender has masked is none; a wrong check digit is said."""
    if is_masked(code):
        return ""
    looks_like_card = len(code) in {15, 18} and code[:-1].isdigit()
    if looks_like_card and not is_identity_number(code):
        draft.warn(column, _("The check digit of this identity number is wrong."))
    return code


_CODE = "行政相对人代码_"
COLUMNS: tuple[Column, ...] = (
    NameColumn(
        code="CF_XDR_MC",
        label="行政相对人名称",
        attribute="name",
        names=(
            "CF_XDR",
            "相对人名称",
            "行政相对人",
            "当事人",
            "当事人名称",
            "被处罚人",
            "被处罚单位",
            "行政处罚相对人名称",
        ),
        required=True,
        soft_length=200,
    ),
    LineColumn(
        code="CF_XDR_LB",
        label="行政相对人类别",
        attribute="category",
        names=("相对人类别", "行政相对人类型", "相对人类型", "CF_XDR_LX"),
    ),
    CodeColumn(
        code="CF_XDR_SHXYM",
        label=_CODE + "1(统一社会信用代码)",
        attribute="credit_code",
        names=(
            _CODE + "1",
            "行政相对人代码(统一社会信用代码)",
            "行政相对人统一社会信用代码",
            "相对人统一社会信用代码",
            "统一社会信用代码",
            "CF_XDR_TYDM",
        ),
        check=check_credit_code,
    ),
    CodeColumn(
        code="CF_XDR_GSZC",
        label=_CODE + "2(工商注册号)",
        attribute="registration_no",
        names=(_CODE + "2", "工商注册号", _CODE + "2(工商登记码)", "工商登记码", "CF_XDR_GSDJ"),
        soft_length=50,
    ),
    CodeColumn(
        code="CF_XDR_ZZJG",
        label=_CODE + "3(组织机构代码)",
        attribute="organisation_code",
        names=(_CODE + "3", "组织机构代码", "CF_XDR_ZDM"),
        soft_length=50,
    ),
    CodeColumn(
        code="CF_XDR_SWDJ",
        label=_CODE + "4(税务登记号)",
        attribute="tax_no",
        names=(_CODE + "4", _CODE + "4(税务登记码)", "税务登记号", "税务登记码"),
        soft_length=50,
    ),
    CodeColumn(
        code="CF_XDR_SYDW",
        label=_CODE + "5(事业单位证书号)",
        attribute="institution_no",
        names=(_CODE + "5", "事业单位证书号", "事业单位法人证书号"),
        soft_length=50,
    ),
    CodeColumn(
        code="CF_XDR_SHZZ",
        label=_CODE + "6(社会组织登记证号)",
        attribute="social_org_no",
        names=(_CODE + "6", "社会组织登记证号"),
        soft_length=50,
    ),
    NameColumn(
        code="CF_FRDB",
        label="法定代表人",
        attribute="representative",
        names=(
            "CF_FDDB",
            "CF_FR",
            "法定代表人姓名",
            "法人代表",
            "法定代表人（负责人）",
            "法定代表人或负责人",
            "法定代表人(单位负责人)",
        ),
        soft_length=50,
    ),
    LineColumn(
        code="CF_FR_ZJLX",
        label="法定代表人证件类型",
        attribute="representative_id_type",
        names=("法定代表人证件种类",),
        soft_length=64,
    ),
    CodeColumn(
        code="CF_FR_ZJHM",
        label="法定代表人证件号码",
        attribute="representative_id",
        names=("法定代表人身份证号", "法定代表人身份证号码", "法定代表人证件号", "CF_FR_SFZH"),
        is_identity=True,
        check=check_identity,
    ),
    LineColumn(
        code="CF_XDR_ZJLX",
        label="证件类型",
        attribute="id_type",
        names=("自然人证件类型", "行政相对人证件类型", "证件种类"),
        soft_length=64,
    ),
    CodeColumn(
        code="CF_XDR_ZJHM",
        label="证件号码",
        attribute="personal_id",
        names=(
            "自然人证件号码",
            "行政相对人证件号码",
            "证件号",
            "身份证号",
            "身份证号码",
            "CF_XDR_SFZ",
            "居民身份证号",
        ),
        is_identity=True,
        check=check_identity,
    ),
    NumberColumn(
        code="CF_WSH",
        label="行政处罚决定书文号",
        attribute="doc_no",
        names=(
            "行政处罚决定文书号",
            "处罚决定书文号",
            "行政处罚决定书号",
            "决定书文号",
            "处罚决定文书号",
            "行政处罚文书号",
        ),
        required=True,
        soft_length=128,
    ),
    LineColumn(
        code="CF_WFXW",
        label="违法行为类型",
        attribute="violation_kind",
        names=("违法行为种类", "违法行为", "案由", "处罚事由类型"),
        expected=True,
        soft_length=2000,
    ),
    TextColumn(
        code="CF_SY",
        label="违法事实",
        attribute="facts",
        names=("处罚事由", "主要违法事实", "违法事实情况", "处罚事实"),
        required=True,
        soft_length=5000,
    ),
    TextColumn(
        code="CF_YJ",
        label="处罚依据",
        attribute="basis",
        names=("行政处罚依据", "处罚法律依据", "处罚的依据"),
        expected=True,
        soft_length=2048,
    ),
    TextColumn(  # a blank or a line break divides words here
        code="CF_CFLB",
        label="处罚类别",
        attribute="penalty_words",
        names=("处罚种类", "行政处罚类别", "行政处罚种类", "处罚类别1", "CF_CFLB1"),
        expected=True,
        soft_length=255,
    ),
    TextColumn(
        code="CF_NR",
        label="处罚内容",
        attribute="result",
        names=("行政处罚内容", "处罚结果", "处罚决定内容"),
        expected=True,
        soft_length=4000,
    ),
    AmountColumn(
        code="CF_NR_FK",
        label="罚款金额（万元）",
        attribute="fine",
        names=("罚款金额", "处罚金额（万元）", "处罚金额"),
        named="罚款",
    ),
    AmountColumn(
        code="CF_NR_WFFF",
        label="没收违法所得、没收非法财物的金额（万元）",
        attribute="confiscated",
        names=(
            "没收违法所得、没收非法财物的金额",
            "没收违法所得没收非法财物金额",
            "没收违法所得金额",
            "没收金额",
            "没收违法所得或没收非法财物的金额",
        ),
        named="没收",
    ),
    LineColumn(
        code="CF_NR_ZKDX",
        label="暂扣或吊销证照名称及编号",
        attribute="licence",
        names=("暂扣或者吊销证照名称及编号", "暂扣或吊销证照名称", "暂扣吊销证照名称及编号"),
        soft_length=200,
    ),
    DecisionDateColumn(
        code="CF_JDRQ",
        label="处罚决定日期",
        attribute="decided_on",
        names=("行政处罚决定日期", "决定日期", "处罚日期", "作出处罚决定日期"),
        required=True,
    ),
    DateColumn(
        code="CF_YXQ",
        label="处罚有效期",
        attribute="effect_until",
        names=("处罚有效期至", "有效期至", "CF_YXQZ"),
        expected=True,
    ),
    DateColumn(
        code="CF_GSJZQ",
        label="公示截止期",
        attribute="declared_window_end",
        names=("公示截止日期", "公示期限", "公示截止时间", "公示期截止日期"),
    ),
    NameColumn(
        code="CF_CFJG",
        label="处罚机关",
        attribute="authority_name",
        names=("行政处罚机关", "处罚机关名称", "作出处罚决定机关", "CF_XZJG"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="CF_CFJGDM",
        label="处罚机关统一社会信用代码",
        attribute="authority_code",
        names=("处罚机关代码", "处罚机关信用代码", "行政处罚机关统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    NameColumn(
        code="CF_SJLY",
        label="数据来源单位",
        attribute="source_name",
        names=("数据来源", "来源单位", "数据来源单位名称"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="CF_SJLYDM",
        label="数据来源单位统一社会信用代码",
        attribute="source_code",
        names=("数据来源单位代码", "来源单位统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    TextColumn(code="BZ", label="备注", attribute="remark", names=("CF_BZ", "备注说明"), soft_length=512),
)
BY_CODE = {column.code: column for column in COLUMNS}
