"""Rows of the penalty form: what is cleaned, what only warns, what waits."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.utils.translation import override

from importers.errors import FileRefusedError
from records.types.decision_data import PartyIdentityNumbers
from tests.factories.importing import read
from tests.factories.spreadsheets import CODES, LABELS, row, write_csv, write_xlsx

IDENTITY = "11010519491231002X"  # the example of GB 11643-1999


@pytest.fixture
def clean(tmp_path):
    """Clean one row given by its changed cells, for a clerk who reads Chinese."""

    def one(**changes):
        with override("zh-hans"):
            reading = read(write_xlsx(tmp_path / "one.xlsx", [LABELS, row(**changes)]))
        (result,) = reading.rows
        return result

    return one


def is_chinese(sentence):
    """Whether a sentence is translated: names and codes may be Latin, two words of it are English."""
    return bool(re.search(r"[\u4e00-\u9fff]", sentence)) and not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", sentence)


def test_a_good_row(clean):
    result = clean()
    facts = result.data
    assert result.problems == result.warnings == ()
    assert (facts.doc_no, facts.decided_on) == ("兴住建罚决字〔2026〕第001号", dt.date(2026, 4, 2))
    assert (facts.fine, facts.confiscated, facts.penalty_types) == (Decimal("15000.00"), None, ("fine",))
    assert facts.effect_until == dt.date(2099, 12, 31)
    assert facts.parties[0].credit_code == "91211103166131861N"
    assert facts.natural_key() == "penalty|9121110329141777L3|兴住建罚决字〔2026〕1号"


REFUSED = {
    "no number": ("CF_WSH", ""),
    "unreadable number": ("CF_WSH", "关于某某公司的决定"),
    "no party": ("CF_XDR_MC", "\u3000"),
    "no date": ("CF_JDRQ", ""),
    "impossible date": ("CF_JDRQ", "2026/02/30"),
    "future date": ("CF_JDRQ", "2026/11/24"),
    "unreadable date": ("CF_JDRQ", "去年"),
    "no facts": ("CF_SY", "/"),
    "wrong check digit": ("CF_XDR_SHXYM", "91211103166131861M"),
    "short code": ("CF_XDR_SHXYM", "9121110316613"),
    "none code of a company": ("CF_XDR_SHXYM", "0" * 17 + "X"),
    "amount": ("CF_NR_FK", "若干"),
    "confiscated": ("CF_NR_WFFF", "很多"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(clean, name):
    code, cell = REFUSED[name]
    result = clean(**{code: cell})
    assert result.data is None
    (problem,) = result.problems
    assert (problem.column, problem.line, problem.sheet) == (code, 2, "行政处罚")
    assert is_chinese(problem.reason)


def test_everything_wrong_is_told_at_once(clean):
    result = clean(CF_WSH="", CF_JDRQ="2024/13/45", CF_SY="", CF_NR_FK="x")
    assert [problem.column for problem in result.problems] == ["CF_WSH", "CF_SY", "CF_NR_FK", "CF_JDRQ"]


def test_the_day_of_the_run_is_no_future(clean):
    assert clean(CF_JDRQ="2026/11/23").data


WARNED = {
    "no kind of violation": ("CF_WFXW", ""),
    "no basis": ("CF_YJ", ""),
    "no term of effect": ("CF_YXQ", ""),
    "unreadable term of effect": ("CF_YXQ", "不详"),
    "unreadable end of publicity": ("CF_GSJZQ", "三年"),
    "no amount of a fine": ("CF_NR_FK", ""),
    "no authority code": ("CF_CFJGDM", ""),
    "wrong authority code": ("CF_CFJGDM", "9121110329141777L4"),
    "no source": ("CF_SJLY", ""),
    "no credit code": ("CF_XDR_SHXYM", ""),
    "no representative": ("CF_FRDB", ""),
    "no category": ("CF_XDR_LB", ""),
    "unknown category": ("CF_XDR_LB", "军队"),
    "year of the number": ("CF_WSH", "兴住建罚决字〔2019〕1号"),
    "too long": ("CF_NR_ZKDX", "证" * 201),
    "fractions": ("CF_NR_WFFF", "0.00000051"),
}


@pytest.mark.parametrize("name", WARNED)
def test_warned_and_taken(clean, name):
    code, cell = WARNED[name]
    result = clean(**{code: cell})
    assert result.data is not None
    assert code in {"CF_WSH"} or code in {warning.column for warning in result.warnings}
    assert result.warnings
    assert all(is_chinese(warning.reason) for warning in result.warnings)


PERSON = {
    "CF_XDR_MC": "张示例",
    "CF_XDR_LB": "自然人",
    "CF_XDR_SHXYM": "",
    "CF_FRDB": "",
    "CF_XDR_ZJLX": "身份证",
    "CF_XDR_ZJHM": IDENTITY,
}


def test_a_natural_person(clean):
    result = clean(**PERSON)
    party = result.data.parties[0]
    assert result.warnings == ()
    assert party.category == "person"
    assert party.identity.personal == IDENTITY
    assert IDENTITY not in repr(result.data) + str(result.data.canonical())


def test_a_number_masked_by_the_sender_is_none(clean):
    result = clean(**{**PERSON, "CF_XDR_ZJHM": "11**************2X"})
    assert result.data.parties[0].identity == PartyIdentityNumbers()


def test_values_of_identity_items_are_masked_in_every_sentence(clean):
    wrong = IDENTITY[:-1] + "1"
    result = clean(**{**PERSON, "CF_XDR_ZJHM": wrong, "CF_FR_ZJHM": wrong, "CF_NR_FK": f"见{IDENTITY}", "CF_SY": ""})
    assert result.problems
    assert result.warnings
    assert wrong not in repr(result.problems + result.warnings)
    assert IDENTITY not in repr(result.problems + result.warnings)


def test_an_identity_number_in_the_place_of_the_credit_code_waits_masked(clean):
    result = clean(**{**PERSON, "CF_XDR_SHXYM": IDENTITY})
    assert result.problems[0].value == "11**************2X"
    assert IDENTITY not in result.problems[0].reason


def test_a_sole_trader_without_code(clean):
    result = clean(CF_XDR_LB="个体工商户", CF_XDR_SHXYM="0" * 17 + "X")
    assert result.data.parties[0].category == "sole_trader"
    assert result.data.parties[0].credit_code == ""


@pytest.mark.parametrize(
    ("word", "code"), [("法人", "organisation"), (1, "organisation"), ("04", "sole_trader"), ("2", "person")]
)
def test_words_and_codes_of_categories(clean, word, code):
    assert clean(CF_XDR_LB=word).data.parties[0].category == code


@pytest.mark.parametrize(
    ("words", "codes", "other"),
    [
        ("警告、罚款", ("warning", "fine"), ""),
        ("警告,罚款", ("warning", "fine"), ""),
        ("罚款；没收违法所得", ("fine", "confiscate_gains"), ""),
        ("罚款 没收违法所得", ("fine", "confiscate_gains"), ""),
        ("罚款并处没收非法财务", ("fine", "confiscate_goods"), ""),
        ("暂扣许可证、执照、罚款", ("suspend_licence", "fine"), ""),
        ("罚款2000元", ("fine",), ""),
        ("罚款、罚款", ("fine",), ""),
        ("其他-公开道歉", ("other",), "公开道歉"),
        ("罚款、责令限期改正", ("fine",), "责令限期改正"),
    ],
)
def test_several_penalties_in_one_cell(clean, words, codes, other):
    facts = clean(CF_CFLB=words).data
    assert (facts.penalty_types, facts.other_penalty) == (codes, other)


def test_the_authority_of_the_key(tmp_path):
    def key(**changes):
        path = write_xlsx(tmp_path / "key.xlsx", [LABELS, row(**changes)])
        reading = read(path, source_agency_name="来源局", source_agency_code="91211103166131861N")
        return reading.rows[0].data.natural_key().split("|")[1]

    assert key() == "9121110329141777L3"
    assert key(CF_CFJGDM="") == "9121110329141777L3"
    assert key(CF_CFJGDM="", CF_CFJG="别的局") == "别的局"
    assert key(CF_CFJGDM="", CF_CFJG="") == "91211103166131861N"


def test_dirty_cells_read_as_clean_ones(clean):
    dirty = clean(
        CF_XDR_MC="\t盘锦示例 建筑工程有限公司\u3000",
        CF_XDR_SHXYM="９１２１１１０３ 166131861n",
        CF_WSH="兴住建罚决字（2026）第001号_x000D_",
        CF_SY="\u00a0该公司在未取得施工许可证的情况下擅自施工。<br/>",
        CF_NR_FK="１.５ 万元",
        CF_JDRQ=46114,
        CF_YXQ="长期",
    )
    assert dirty.data.content_hash() != clean().data.content_hash()
    assert dirty.data.natural_key() == clean().data.natural_key()
    assert dirty.data.facts == clean().data.facts
    assert dirty.data.parties == clean().data.parties
    assert dirty.data.fine == clean().data.fine
    assert (dirty.data.decided_on, dirty.data.effect_until) == (clean().data.decided_on, clean().data.effect_until)


def test_footers_blank_lines_and_a_second_header_are_no_rows(tmp_path):
    rows = [LABELS, row(), [], LABELS, row(CF_WSH="兴住建罚决字〔2026〕2号"), ["注：本表由某某填报"], ["合计", "", 2]]
    reading = read(write_xlsx(tmp_path / "a.xlsx", rows))
    assert [one.line for one in reading.rows] == [2, 5]


def test_a_comma_that_was_not_quoted_is_told(tmp_path):
    line = ",".join(str(cell) for cell in row(CF_SY="事实一,事实二", BZ="备注"))
    path = tmp_path / "a.csv"
    path.write_text(",".join(CODES) + "\n" + line + "\n", "utf-8")
    (one,) = read(path).rows
    assert one.data is None
    assert any("quoted" in problem.reason or "引号" in problem.reason for problem in one.problems)


def test_the_same_rows_in_every_file_have_the_same_content(tmp_path):
    rows = [
        row(),
        row(**PERSON, CF_WSH="兴住建罚决字〔2026〕2号"),
        row(CF_WSH="兴住建罚决字〔2026〕3号", CF_NR_FK=38.123456),
    ]
    files = [
        write_xlsx(tmp_path / "a.xlsx", [["标题"], LABELS, ["（必填）"], *rows]),
        write_csv(tmp_path / "b.csv", [CODES, *rows]),
        write_csv(tmp_path / "c.csv", [LABELS, *rows], "gb18030"),
        write_csv(tmp_path / "d.csv", [LABELS, *rows], "utf-8-sig", ";"),
    ]
    hashes = {tuple(one.data.content_hash() for one in read(path).rows) for path in files}
    assert len(hashes) == 1


def test_a_formula_in_a_read_column_refuses_the_file(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [LABELS, row(CF_NR_FK="=1+1")])
    with pytest.raises(FileRefusedError, match="T2"):
        read(path)


def test_a_formula_outside_the_form_does_no_harm(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["序号", *LABELS], ["=ROW()-1", *row()]])
    assert read(path).rows[0].data


def test_sheets_without_the_header_are_named(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["随便", "写写"], ["一", "二"]])
    with pytest.raises(FileRefusedError) as refusal:
        read(path)
    assert refusal.value.code == "no_header"


def test_a_header_alone_is_no_data(tmp_path):
    with pytest.raises(FileRefusedError) as refusal:
        read(write_xlsx(tmp_path / "a.xlsx", [LABELS]))
    assert refusal.value.code == "empty"
