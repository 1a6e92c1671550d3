"""Text cells lose the dirt of programs, never a word."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from records.types.columns.codes import is_credit_code, is_identity_number, mask, mask_identities, read_code
from records.types.columns.tidy import as_text, fold, says_none, tidy, tidy_line, tidy_name
from rules import validators


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("\t王溪屿\u3000", "王溪屿"),
        ("\u00a0盘锦\u00a0甲公司", "盘锦 甲公司"),
        ("第一行_x000D_\n第二行", "第一行\n第二行"),
        ("_x000D_", ""),
        ("\ufeff甲\u200b乙\u202e丙\u2066", "甲乙丙"),
        ("甲<br/>乙&nbsp;<p>丙</p>", "甲\n乙 丙"),
        ("罚款&lt;2万元", "罚款<2万元"),
        ("宽度<3米且>1米", "宽度<3米且>1米"),
        ("甲\r\n\r\n  乙", "甲\n乙"),
        (1.0, "1"),
        (0.2, "0.2"),
        (None, ""),
        (True, "是"),
        (dt.date(2026, 1, 2), "2026/01/02"),
        (dt.datetime(2026, 1, 2, 3, 4, 5), "2026/01/02 03:04:05"),
    ],
)
def test_dirt_is_taken_off(cell, expected):
    assert tidy(cell) == expected


def test_one_line_has_no_layout_blanks_between_chinese_characters():
    assert tidy_line("被 处罚\n当事人 ABC 公司") == "被处罚当事人 ABC 公司"
    assert tidy_name("盘锦某某(兴隆台) 有限公司") == "盘锦某某（兴隆台） 有限公司"


@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing_and_leaves_nothing_invisible(text):
    once = tidy(text.replace("_x", "").replace("&", "").replace("<", ""))
    assert tidy(once) == once
    assert not set(once) & set("\t\u3000\u00a0\u200b\ufeff\u202e\r")


@pytest.mark.parametrize("text", ["", "/", "无", " — ", "null"])
def test_words_for_nothing(text):
    assert says_none(text)


def test_codes_lose_blanks_dashes_and_width():
    assert read_code("９１２１－1100 ma 0c") == "91211100MA0C"
    assert read_code(912111000000000.0) == "912111000000000"
    assert read_code("/") == ""
    assert fold("５６ 万元") == "56万元"
    assert as_text(1e300).startswith("1e")


def test_identity_numbers_are_checked_and_masked():
    # The example of GB 11643-1999 itself.
    assert is_identity_number("11010519491231002X")
    assert not is_identity_number("110105194912310021")
    assert is_identity_number("110105491231002")
    assert mask("11010519491231002X") == "11**************2X"
    assert mask("G123") == "****"
    assert mask_identities("张某（身份证号11010519491231002X）") == "张某（身份证号11**************2X）"
    assert mask_identities("911101053512310026", among_codes=True) == "911101053512310026"
    assert mask_identities("11010519491231002X", among_codes=True) == "11**************2X"


_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@given(st.text(_ALPHABET, min_size=9, max_size=9), st.integers(0, 99_999_999), st.sampled_from(_ALPHABET))
def test_the_quick_check_of_credit_codes_agrees_with_the_library(body, digits, check):
    code = f"{digits:08d}{body}"
    right = code + uscc.calc_check_digit(code)
    assert is_credit_code(right)
    assert is_credit_code(code + check) == (code + check == right)


@pytest.mark.parametrize("start", ["9121110A", "912111０3", "91211I03"])
@pytest.mark.parametrize("body", ["166131861", "16613I861"])
def test_no_check_digit_makes_a_letter_in_a_wrong_place_right(start, body):
    assert not any(is_credit_code(start + body + check) for check in _ALPHABET)


@pytest.mark.parametrize("letter", "IOSVZ-_甲")
def test_letters_that_no_code_has(letter):
    assert not any(is_credit_code(f"91211103{letter}66131861{check}") for check in _ALPHABET)


@given(st.text(max_size=20))
def test_no_other_text_is_a_credit_code(text):
    assert is_credit_code(text) == validators.is_credit_code(text)
