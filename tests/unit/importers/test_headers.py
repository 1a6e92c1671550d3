"""The header is found wherever it stands and however it is spelled."""

from decimal import Decimal

import pytest

from importers.errors import FileRefusedError
from importers.headers import find_header, fold_header, require
from pages.kinds.penalty.importing import IMPORT
from tests.factories.spreadsheets import CODES, LABELS

TITLE = ["行政处罚信用信息公示表", *[""] * 29]
HINT = ["（必填）" if code in {"CF_XDR_MC", "CF_WSH", "CF_SY"} else "" for code in CODES]


def find(*rows):
    return find_header(rows, IMPORT.columns, frozenset())


@pytest.mark.parametrize("names", [CODES, LABELS], ids=["codes", "names"])
@pytest.mark.parametrize("title", [True, False])
@pytest.mark.parametrize("hint", [True, False])
def test_names_or_codes_with_or_without_title_and_hint(names, title, hint):
    rows = [*([TITLE] if title else []), names, *([HINT] if hint else []), ["盘锦甲公司"]]
    header = find(*rows)
    assert header.line == 1 + title
    assert header.first_line == 2 + title + hint
    assert header.places == {code: place for place, code in enumerate(CODES)}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("处罚金额（万元）", "CF_NR_FK"),
        ("罚款金额(万元)", "CF_NR_FK"),
        ("*罚款金额 （ 万元 ）", "CF_NR_FK"),
        ("没收违法所得、没收非法财务的金额(万元)", "CF_NR_WFFF"),
        ("行政相对人代码_4（税务登记码）", "CF_XDR_SWDJ"),
        ("法定代表人身份证号", "CF_FR_ZJHM"),
        ("行政处罚决定文书号", "CF_WSH"),
        ("14、行政处罚决定书文号（必填）", "CF_WSH"),
        ("CF_FDDB", "CF_FRDB"),
        ("cf_wsh", "CF_WSH"),
        ("ＣＦ＿ＷＳＨ", "CF_WSH"),
        ("行政相对人\n名称", "CF_XDR_MC"),
        ("统一社会信用代码", "CF_XDR_SHXYM"),
        ("处罚机关统一社会信用代码", "CF_CFJGDM"),
    ],
)
def test_spellings(written, code):
    others = [label for label, other in zip(LABELS, CODES, strict=True) if other != code]
    header = find([written, *others])
    assert header.places[code] == 0
    assert not header.unknown


def test_no_two_columns_share_a_spelling():
    seen: dict[str, str] = {}
    for column in IMPORT.columns:
        for name in column.headers():
            assert seen.setdefault(fold_header(name), column.code) == column.code, name


def test_the_unit_of_an_amount_is_read_from_header_or_hint():
    def unit(header):
        return next(column.unit for column in header.columns if column.code == "CF_NR_FK")

    yuan = ["罚款金额（元）" if code == "CF_NR_FK" else label for code, label in zip(CODES, LABELS, strict=True)]
    bare = ["罚款金额" if code == "CF_NR_FK" else label for code, label in zip(CODES, LABELS, strict=True)]
    hint = ["元" if code == "CF_NR_FK" else "（选填）" for code in CODES]
    assert unit(find(LABELS)) == Decimal(10000)
    assert unit(find(yuan)) == 1
    assert unit(find(bare)) == Decimal(10000)
    assert unit(find(bare, hint)) == 1


def test_names_above_codes_are_one_header():
    header = find(TITLE, LABELS, CODES, ["盘锦甲公司"])
    assert header.first_line == 4


def test_unknown_columns_are_named_and_left_out():
    header = find([*LABELS, "数据导出时间", "序号"])
    assert header.unknown == ("数据导出时间", "序号")


def test_a_column_named_twice_is_refused():
    with pytest.raises(FileRefusedError) as refusal:
        find([*LABELS, "CF_WSH"])
    assert refusal.value.code == "double_column"


def test_a_missing_column_is_named():
    header = find([label for label in LABELS if label != "违法事实"])
    with pytest.raises(FileRefusedError, match="违法事实"):
        require(header, IMPORT.columns)


def test_a_line_of_data_is_no_header():
    assert find(["盘锦甲公司", "法人", "2026/1/1", "罚款"], ["当事人", "", "", ""]) is None


def test_the_header_again_is_told_from_data():
    header = find(LABELS)
    assert header.repeats_in(LABELS)
    assert not header.repeats_in(["行政相对人名称"])
    assert not header.repeats_in(["盘锦甲公司", *LABELS[1:]])
