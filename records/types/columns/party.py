"""Columns that every form shares: the party (items 1–13 of the standard) with its checks, number and day."""

import datetime as dt

from django.utils.translation import gettext as _

from records.types.columns.base import (
    CellError,
    CodeColumn,
    Column,
    DateColumn,
    Draft,
    ExportLine,
    LineColumn,
    NameColumn,
)
from records.types.columns.cells import Cell
from records.types.columns.codes import is_credit_code, is_identity_number, is_masked
from records.types.columns.tidy import tidy_line
from rules.numbers import parse_number
from rules.validators import NO_CREDIT_CODE


class NumberColumn(Column):
    """The document number, kept as written; it must be readable."""

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_line(cell)
        if text:
            parse_number(text)
        return text


class CategoryColumn(LineColumn):
    """Item 2; what a missing one is taken for is told with the row (``kinds.parties``)."""

    def _miss(self, draft: Draft) -> None:
        return


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


def of_organisation(line: ExportLine) -> bool:
    """What the standard demands of organisations and sole traders."""
    return bool(line.party.category_code != "person")


def of_person(line: ExportLine) -> bool:
    """What the standard demands of natural persons."""
    return bool(line.party.category_code == "person")


def _category(line: ExportLine) -> str:
    return line.party.category.label if line.party.category_id else "法人及非法人组织"


def _credit_code(line: ExportLine) -> str:
    """A sole trader without a code is written as 17 zeros and X."""
    if line.party.category_code == "person":
        return ""
    none = NO_CREDIT_CODE if line.party.category_code == "sole_trader" else ""
    return line.party.credit_code or none


_CODE = "行政相对人代码_"


def party_columns(prefix: str, named: tuple[str, ...]) -> tuple[Column, ...]:
    """Items 1–13 with the codes of a form (CF, XK); ``named`` are further headers for the name of the party."""
    return (
        NameColumn(
            code=f"{prefix}_XDR_MC",
            label="行政相对人名称",
            attribute="name",
            of_party=True,
            names=(
                f"{prefix}_XDR",
                "相对人名称",
                "行政相对人",
                "当事人",
                "当事人名称",
                *named,
            ),
            required=True,
            soft_length=200,
        ),
        CategoryColumn(
            code=f"{prefix}_XDR_LB",
            label="行政相对人类别",
            attribute="category",
            export=_category,
            of_party=True,
            expected=True,
            names=("相对人类别", "行政相对人类型", "相对人类型", f"{prefix}_XDR_LX"),
        ),
        CodeColumn(
            code=f"{prefix}_XDR_SHXYM",
            label=_CODE + "1(统一社会信用代码)",
            attribute="credit_code",
            export=_credit_code,
            demanded_of=of_organisation,
            of_party=True,
            names=(
                _CODE + "1",
                "行政相对人代码(统一社会信用代码)",
                "行政相对人统一社会信用代码",
                "相对人统一社会信用代码",
                "统一社会信用代码",
                f"{prefix}_XDR_TYDM",
            ),
            conditional=True,
            check=check_credit_code,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_GSZC",
            label=_CODE + "2(工商注册号)",
            attribute="registration_no",
            of_party=True,
            names=(_CODE + "2", "工商注册号", _CODE + "2(工商登记码)", "工商登记码", f"{prefix}_XDR_GSDJ"),
            soft_length=50,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_ZZJG",
            label=_CODE + "3(组织机构代码)",
            attribute="organisation_code",
            of_party=True,
            names=(_CODE + "3", "组织机构代码", f"{prefix}_XDR_ZDM"),
            soft_length=50,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_SWDJ",
            label=_CODE + "4(税务登记号)",
            attribute="tax_no",
            of_party=True,
            names=(_CODE + "4", _CODE + "4(税务登记码)", "税务登记号", "税务登记码"),
            soft_length=50,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_SYDW",
            label=_CODE + "5(事业单位证书号)",
            attribute="institution_no",
            of_party=True,
            names=(_CODE + "5", "事业单位证书号", "事业单位法人证书号"),
            soft_length=50,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_SHZZ",
            label=_CODE + "6(社会组织登记证号)",
            attribute="social_org_no",
            of_party=True,
            names=(_CODE + "6", "社会组织登记证号"),
            soft_length=50,
        ),
        NameColumn(
            code=f"{prefix}_FRDB",
            label="法定代表人",
            attribute="representative",
            demanded_of=of_organisation,
            of_party=True,
            names=(
                f"{prefix}_FDDB",
                f"{prefix}_FR",
                "法定代表人姓名",
                "法人代表",
                "法定代表人（负责人）",
                "法定代表人或负责人",
                "法定代表人(单位负责人)",
            ),
            conditional=True,
            soft_length=50,
        ),
        LineColumn(
            code=f"{prefix}_FR_ZJLX",
            label="法定代表人证件类型",
            attribute="representative_id_type",
            of_party=True,
            names=("法定代表人证件种类",),
            soft_length=64,
        ),
        CodeColumn(
            code=f"{prefix}_FR_ZJHM",
            label="法定代表人证件号码",
            attribute="representative_id",
            export=lambda line: line.representative,
            of_party=True,
            names=("法定代表人身份证号", "法定代表人身份证号码", "法定代表人证件号", f"{prefix}_FR_SFZH"),
            is_identity=True,
            check=check_identity,
        ),
        LineColumn(
            code=f"{prefix}_XDR_ZJLX",
            label="证件类型",
            attribute="id_type",
            demanded_of=of_person,
            of_party=True,
            names=("自然人证件类型", "行政相对人证件类型", "证件种类"),
            soft_length=64,
        ),
        CodeColumn(
            code=f"{prefix}_XDR_ZJHM",
            label="证件号码",
            attribute="personal_id",
            export=lambda line: line.personal,
            demanded_of=of_person,
            of_party=True,
            names=(
                "自然人证件号码",
                "行政相对人证件号码",
                "证件号",
                "身份证号",
                "身份证号码",
                f"{prefix}_XDR_SFZ",
                "居民身份证号",
            ),
            conditional=True,
            is_identity=True,
            check=check_identity,
        ),
    )
