"""The columns of the official list of officers (law.md 8), and how a row of it is cleaned."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from importers.formats import Form
from importers.sources import Cell
from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import OfficerStatus, tidy_certificate
from records.types.columns.base import Column, DateColumn, Draft, LineColumn, NameColumn
from records.types.columns.dates import read_date
from records.types.columns.tidy import fold, says_none, tidy_line
from records.types.columns.words import Words
from rules.models import Term
from rules.models.terms import Vocabulary

# As the list writes them, with what other lists say.
STATUSES = {
    "在岗": OfficerStatus.ACTIVE, "在职": OfficerStatus.ACTIVE, "正常": OfficerStatus.ACTIVE,
    "暂停执法": OfficerStatus.SUSPENDED, "暂停": OfficerStatus.SUSPENDED,
    "离岗": OfficerStatus.LEFT, "离职": OfficerStatus.LEFT, "退休": OfficerStatus.LEFT, "调离": OfficerStatus.LEFT,
}  # fmt: skip
YES, NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Around:
    """What rows are read against: bodies by name and code, categories by every spelling."""

    units: dict[str, int]
    categories: Words

    @classmethod
    def load(cls) -> "Around":
        """Two queries."""
        units: dict[str, int] = {}
        for pk, name, code in AgencyPage.objects.values_list("pk", "name", "credit_code"):
            units |= {name: pk, code: pk}
        terms = Term.objects.of(Vocabulary.ENFORCEMENT_CATEGORY)
        return cls(units, Words.of((spelling, term.code) for term in terms for spelling in term.spellings))


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateColumn(Column):
    """The number of the certificate in one form."""

    @property
    def is_code(self) -> bool:
        """It may look like an identity number and is public."""
        return True

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_line(cell)
        return "" if says_none(text) else tidy_certificate(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusColumn(Column):
    """On duty, suspended or gone. An empty cell says nothing: new officers are on duty, known ones stay as entered."""

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_line(cell)
        if says_none(text):
            draft.silent.add(self.attribute)
            return OfficerStatus.ACTIVE.value
        if text not in STATUSES:
            raise ValueError(_("This status is unknown; write one of %(known)s.") % {"known": "在岗、暂停执法、离岗"})
        return STATUSES[text].value


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceColumn(DateColumn):
    """The day of a status. An empty cell leaves the day that is entered; one that cannot be read keeps the row out."""

    def read(self, cell: Cell, draft: Draft) -> dt.date | None:
        day = read_date(cell)
        if day is None:
            draft.silent.add(self.attribute)
        return day


@dataclass(frozen=True, slots=True, kw_only=True)
class YesColumn(Column):
    """是 or 否."""

    empty: Any = False

    def read(self, cell: Cell, draft: Draft) -> bool:
        text = tidy_line(cell)
        if text in {YES, "有"}:
            return True
        if text == NO or says_none(text):
            return False
        raise ValueError(_("Write 是 or 否."))


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderColumn(Column):
    """A whole number from 0."""

    empty: Any = 0

    def read(self, cell: Cell, draft: Draft) -> int:
        text = fold(tidy_line(cell))
        if says_none(text):
            return 0
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            raise ValueError(_("Write a whole number."))
        return int(text)


COLUMNS: tuple[Column, ...] = (
    OrderColumn(code="序号", label="序号", attribute="order"),
    NameColumn(code="姓名", label="姓名", attribute="name", required=True),
    LineColumn(
        code="单位", label="单位", attribute="unit", required=True,
        names=("所在单位", "执法单位", "执法主体", "工作单位"),
    ),
    LineColumn(code="内设机构", label="内设机构", attribute="unit_part", names=("部门", "科室", "所在部门")),
    LineColumn(code="职务", label="职务", attribute="position", names=("职务职级",)),
    CertificateColumn(
        code="证件编号", label="证件编号", attribute="certificate_no", required=True,
        names=("执法证号", "证号", "执法证件编号", "执法证编号"),
    ),
    LineColumn(
        code="执法类别", label="执法类别", attribute="categories", names=("执法种类", "执法领域"), required=True
    ),
    LineColumn(code="执法区域", label="执法区域", attribute="area", names=("执法范围", "管辖区域"), required=True),
    DateColumn(code="证件有效期自", label="证件有效期自", attribute="valid_from", names=("发证日期",), required=True),
    DateColumn(
        code="证件有效期至", label="证件有效期至", attribute="valid_to", names=("有效期至", "有效期限"), required=True
    ),
    StatusColumn(code="状态", label="状态", attribute="status", names=("在岗状态",), empty=OfficerStatus.ACTIVE.value),
    SinceColumn(code="状态起始日", label="状态起始日", attribute="status_since"),
    YesColumn(code="法律职业资格", label="法律职业资格", attribute="has_legal_qualification"),
    LineColumn(code="法律职业资格证编号", label="法律职业资格证编号", attribute="legal_qualification_no"),
)  # fmt: skip
BY_CODE = {column.code: column for column in COLUMNS}
BY_ATTRIBUTE = {column.attribute: column for column in COLUMNS}


def clean_row(draft: Draft, columns: tuple[Column, ...], around: Around) -> dict[str, Any] | None:
    """The row's values by attribute (unit as key, categories as codes), without those of which it says nothing.

    None when anything is wrong with it.
    """
    for column in columns:
        column.clean(draft)
    _find_unit(draft, around)
    _find_categories(draft, around)
    if draft.problems:
        return None
    return {name: value for name, value in draft.values.items() if name not in draft.silent}


def _find_unit(draft: Draft, around: Around) -> None:
    text = draft.values.get("unit")
    if text:
        draft.values["unit"] = around.units.get(text) or around.units.get(fold(text).upper())
        if draft.values["unit"] is None:
            draft.refuse(BY_CODE["单位"], _("No enforcement body of this name or credit code is entered."))


def _find_categories(draft: Draft, around: Around) -> None:
    codes, unknown = around.categories.split(draft.values.get("categories") or "")
    if unknown:
        draft.refuse(BY_CODE["执法类别"], _("The vocabulary has no category %(unknown)s.") % {"unknown": unknown})
    draft.values["categories"] = sorted(codes)


KIND = Form("officer", "officer_list", COLUMNS, clean_row)
