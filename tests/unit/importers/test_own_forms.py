"""Rows of the sheets that no national form gives: coercion, other enforcement decisions."""

from datetime import date

import pytest

from importers.formats import KINDS
from importers.reading import read_file
from importers.sources import Limits
from tests.factories.importing import TODAY, surroundings
from tests.factories.spreadsheets import write_xlsx

AGENCY = {"JG": "兴隆台区住房和城乡建设局", "JGDM": "112111030012345672"}
COMPANY = {"XDR_MC": "盘锦澜岚建筑工程有限公司", "XDR_LB": "法人及非法人组织", "XDR_SHXYM": "91211103166131861N"}
SAID = {
    "coercion": {
        "QZ_WSMC": "查封决定书", "QZ_WSH": "兴住建封字〔2026〕1号", "QZ_LB": "查封", "QZ_DX": "塔式起重机一台",
        "QZ_SS": "使用未经检验的塔式起重机。", "QZ_YJ": "《行政强制法》第十八条", "QZ_JDRQ": "2026-10-08",
        "QZ_QXQ": "2026-10-08", "QZ_QXZ": "2026-11-06", "QZ_YQ": "否", "QZ_SSRQ": "2026-10-08", "QZ_CLJG": "解除查封",
        "QZ_QZJG": AGENCY["JG"], "QZ_QZJGDM": AGENCY["JGDM"],
    },
    "other": {
        "QT_WSMC": "竣工验收备案决定书", "QT_WSH": "兴住建备字〔2026〕1号", "QT_LB": "其他-备案", "QT_NR": "准予备案。",
        "QT_JDRQ": "2026-10-08", "QT_JDJG": AGENCY["JG"], "QT_JDJGDM": AGENCY["JGDM"],
    },
}  # fmt: skip


def read(tmp_path, kind, left_out=(), **cells):
    """The one row of a sheet with all columns of the form but those left out."""
    form = KINDS[kind]
    prefix = form.declared.prefix
    said = {**{f"{prefix}_{name}": value for name, value in COMPANY.items()}, **SAID[kind], **cells}
    columns = [column for column in form.columns if column.code not in left_out]
    rows = [[column.label for column in columns], [said.get(column.code, "") for column in columns]]
    (row,) = read_file(write_xlsx(tmp_path / "sheet.xlsx", rows), form, surroundings(), TODAY, Limits()).rows
    return row


@pytest.mark.parametrize("kind", SAID)
def test_the_least_row_is_read(tmp_path, kind):
    row = read(tmp_path, kind)
    assert [problem.reason for problem in row.problems] == []
    assert row.data.natural_key().startswith(f"{kind}|112111030012345672|")


def test_what_a_coercion_decision_says(tmp_path):
    facts = read(tmp_path, "coercion", QZ_YQ="是").data
    assert (facts.measure, facts.outcome, facts.is_extended) == ("seal", "lifted", True)
    assert (facts.period_from, facts.period_until) == (date(2026, 10, 8), date(2026, 11, 6))


@pytest.mark.parametrize(("code", "word"), [("QZ_LB", "没收房屋"), ("QZ_CLJG", "再议"), ("QZ_YQ", "也许")])
def test_a_word_that_no_column_would_hold_keeps_the_row_waiting(tmp_path, code, word):
    row = read(tmp_path, "coercion", **{code: word})
    assert (row.data, [problem.column for problem in row.problems]) == (None, [code])


def test_an_extension_of_which_nothing_is_said_stays_as_it_is(tmp_path):
    assert "is_extended" in read(tmp_path, "coercion", QZ_YQ="").data.silent
    assert "is_extended" in read(tmp_path, "coercion", left_out=["QZ_YQ"]).data.silent


@pytest.mark.parametrize("kind", SAID)
def test_remedies_of_which_nothing_is_said_are_proposed(tmp_path, kind):
    assert "remedy" in read(tmp_path, kind).data.silent
    code = KINDS[kind].code_of("remedy")
    assert "remedy" not in read(tmp_path, kind, **{code: "可以申请行政复议。"}).data.silent


@pytest.mark.parametrize(
    ("words", "read_as", "is_told"),
    [
        ("行政确认", ("confirmation", ""), False),
        ("其他-备案", ("other", "备案"), False),
        ("备案", ("other", "备案"), True),
        ("", ("", ""), True),
    ],
)
def test_the_type_of_another_decision(tmp_path, words, read_as, is_told):
    row = read(tmp_path, "other", QT_LB=words)
    assert (row.data.decision_type, row.data.other_type) == read_as
    assert any(warning.column == "QT_LB" for warning in row.warnings) == is_told
