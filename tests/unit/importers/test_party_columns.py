"""The party's thirteen columns: by which headers senders name them, how long they are, what an export writes."""

import datetime as dt
from types import SimpleNamespace

import pytest

from importers.headers import fold_header
from records.types.columns.base import Draft, ExportLine
from records.types.columns.party import party_columns

COLUMNS = {column.code: column for column in party_columns("CF", ("被处罚人",))}
# As the standard of 双公示 and the offices' own sheets write them, by item.
WRITTEN = {
    "CF_XDR_MC": "CF_XDR 行政相对人名称 相对人名称 行政相对人 当事人 当事人名称 被处罚人",
    "CF_XDR_LB": "行政相对人类别 相对人类别 行政相对人类型 相对人类型 CF_XDR_LX",
    "CF_XDR_SHXYM": "行政相对人代码_1(统一社会信用代码) 行政相对人代码_1 行政相对人代码(统一社会信用代码) "
    "行政相对人统一社会信用代码 相对人统一社会信用代码 统一社会信用代码 CF_XDR_TYDM",
    "CF_XDR_GSZC": "行政相对人代码_2(工商注册号) 行政相对人代码_2 工商注册号 "
    "行政相对人代码_2(工商登记码) 工商登记码 CF_XDR_GSDJ",
    "CF_XDR_ZZJG": "行政相对人代码_3(组织机构代码) 行政相对人代码_3 组织机构代码 CF_XDR_ZDM",
    "CF_XDR_SWDJ": "行政相对人代码_4(税务登记号) 行政相对人代码_4 行政相对人代码_4(税务登记码) 税务登记号 税务登记码",
    "CF_XDR_SYDW": "行政相对人代码_5(事业单位证书号) 行政相对人代码_5 事业单位证书号 事业单位法人证书号",
    "CF_XDR_SHZZ": "行政相对人代码_6(社会组织登记证号) 行政相对人代码_6 社会组织登记证号",
    "CF_FRDB": "CF_FDDB CF_FR 法定代表人 法定代表人姓名 法人代表 "
    "法定代表人（负责人） 法定代表人或负责人 法定代表人(单位负责人)",
    "CF_FR_ZJLX": "法定代表人证件类型 法定代表人证件种类",
    "CF_FR_ZJHM": "法定代表人证件号码 法定代表人身份证号 法定代表人身份证号码 法定代表人证件号 CF_FR_SFZH",
    "CF_XDR_ZJLX": "证件类型 自然人证件类型 行政相对人证件类型 证件种类",
    "CF_XDR_ZJHM": "证件号码 自然人证件号码 行政相对人证件号码 证件号 身份证号 身份证号码 CF_XDR_SFZ 居民身份证号",
}
# The standard's C200, C50 and C64; a longer text goes in and is told.
LONGEST = {
    "CF_XDR_MC": 200,
    "CF_XDR_GSZC": 50,
    "CF_XDR_ZZJG": 50,
    "CF_XDR_SWDJ": 50,
    "CF_XDR_SYDW": 50,
    "CF_XDR_SHZZ": 50,
    "CF_FRDB": 50,
    "CF_FR_ZJLX": 64,
    "CF_XDR_ZJLX": 64,
}
COMPANY = SimpleNamespace(
    name="盘锦示例建筑工程有限公司",
    category=SimpleNamespace(label="法人及非法人组织"),
    category_id=1,
    category_code="organisation",
    credit_code="91211103166131861N",
    registration_no="211100000012345",
    organisation_code="166131861",
    tax_no="211103166131861",
    institution_no="121110000001",
    social_org_no="51211100",
    representative="李示例",
    representative_id_type="身份证",
    id_type="",
)
PERSON = SimpleNamespace(
    **{**vars(COMPANY), "name": "张示例", "category": SimpleNamespace(label="自然人"), "category_code": "person"}
)


def clean(code, cell):
    draft = Draft("表", 2, {code: cell}, dt.date(2026, 11, 23))
    COLUMNS[code].clean(draft)
    return draft


@pytest.mark.parametrize("code", WRITTEN)
def test_every_header_that_is_in_use_is_known(code):
    known = {fold_header(name) for name in COLUMNS[code].headers()}
    assert {fold_header(name) for name in (code, *WRITTEN[code].split())} <= known


def test_the_items_stand_in_the_order_of_the_standard():
    assert list(COLUMNS) == list(WRITTEN)


@pytest.mark.parametrize("code", LONGEST)
def test_a_longer_text_than_the_standard_has_is_told(code):
    most = LONGEST[code]
    assert clean(code, "甲" * most).warnings == []
    (warning,) = clean(code, "甲" * (most + 1)).warnings
    assert (warning.column, str(most) in warning.reason) == (code, True)


def test_only_the_identity_numbers_are_masked_in_reports():
    assert [code for code, column in COLUMNS.items() if column.is_identity] == ["CF_FR_ZJHM", "CF_XDR_ZJHM"]
    assert [code for code, column in COLUMNS.items() if column.is_code] == [
        "CF_XDR_SHXYM",
        "CF_XDR_GSZC",
        "CF_XDR_ZZJG",
        "CF_XDR_SWDJ",
        "CF_XDR_SYDW",
        "CF_XDR_SHZZ",
    ]


def test_an_export_writes_what_the_party_holds():
    line = ExportLine(None, COMPANY, "", "11010519491231002X")
    assert [column.write(line) for column in COLUMNS.values()] == [
        "盘锦示例建筑工程有限公司",
        "法人及非法人组织",
        "91211103166131861N",
        "211100000012345",
        "166131861",
        "211103166131861",
        "121110000001",
        "51211100",
        "李示例",
        "身份证",
        "11010519491231002X",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("changes", "category", "code"),
    [
        ({"category_id": None}, "法人及非法人组织", "91211103166131861N"),
        ({"credit_code": ""}, "法人及非法人组织", ""),
        ({"category_code": "sole_trader", "credit_code": ""}, "法人及非法人组织", "0" * 17 + "X"),
        ({"category_code": "sole_trader"}, "法人及非法人组织", "91211103166131861N"),
    ],
)
def test_what_an_export_writes_of_category_and_credit_code(changes, category, code):
    line = ExportLine(None, SimpleNamespace(**{**vars(COMPANY), **changes}))
    assert [COLUMNS[one].write(line) for one in ("CF_XDR_LB", "CF_XDR_SHXYM")] == [category, code]


def test_a_person_has_a_number_and_no_credit_code():
    line = ExportLine(None, PERSON, "11010519491231002X")
    assert COLUMNS["CF_XDR_LB"].write(line) == "自然人"
    assert COLUMNS["CF_XDR_SHXYM"].write(line) == ""
    assert COLUMNS["CF_XDR_ZJHM"].write(line) == "11010519491231002X"


@pytest.mark.parametrize(
    ("party", "codes"),
    [
        (COMPANY, ["CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM", "CF_FRDB"]),
        (PERSON, ["CF_XDR_MC", "CF_XDR_LB", "CF_XDR_ZJLX", "CF_XDR_ZJHM"]),
    ],
)
def test_what_the_standard_demands_of_organisations_and_of_persons(party, codes):
    line = ExportLine(None, party)
    assert [code for code, column in COLUMNS.items() if column.is_demanded_of(line)] == codes


def test_what_it_may_demand():
    demanded = {"CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM", "CF_FRDB", "CF_XDR_ZJHM"}
    assert {code for code, column in COLUMNS.items() if column.is_demanded} == demanded
