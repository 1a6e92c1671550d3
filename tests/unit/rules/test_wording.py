"""Dates and amounts as readers see them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from rules import wording

VALUES = {digit: value for value, digit in enumerate(wording.DIGITS)}


def read_capital(text: str) -> int:
    """Read capital figures back into fen: an independent way, by units."""
    whole, _, rest = text.removesuffix("整").partition("元") if "元" in text else ("", "", text.removesuffix("整"))
    return _read_whole(whole) * 100 + _read_fraction(rest)


def _read_whole(text: str) -> int:
    total = section = digit = 0
    for character in text:
        if character in VALUES:
            digit = VALUES[character]
        elif character in "拾佰仟":
            section += digit * {"拾": 10, "佰": 100, "仟": 1000}[character]
            digit = 0
        elif character == "万":
            total += (section + digit) * 10**4
            section = digit = 0
        else:
            total = (total + section + digit) * 10**8
            section = digit = 0
    return total + section + digit


def _read_fraction(text: str) -> int:
    value = 0
    for unit, weight in (("角", 10), ("分", 1)):
        if unit in text:
            value += VALUES[text[text.index(unit) - 1]] * weight
    return value


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (55, "伍角伍分"),
        (105, "壹元零伍分"),
        (150, "壹元伍角整"),
        (3274000, "叁万贰仟柒佰肆拾元整"),
        (10000000, "壹拾万元整"),
        (1050000, "壹万零伍佰元整"),
        (100100, "壹仟零壹元整"),
        (101000, "壹仟零壹拾元整"),
        (1000500000, "壹仟万伍仟元整"),
        (10000500000, "壹亿零伍仟元整"),
        (100000000000, "壹拾亿元整"),
        (100010000000000, "壹万零壹亿元整"),
        (100000000000000, "壹万亿元整"),
        (1033713250 * 1, "壹仟零叁拾叁万柒仟壹佰叁拾贰元伍角整"),
    ],
)
def test_capital_figures(fen, words):
    assert wording.capital_yuan(fen) == words


@given(st.integers(0, 10**14 - 1))
def test_capital_figures_read_back(fen):
    assert read_capital(wording.capital_yuan(fen)) == fen


@given(st.integers(0, 10**16))
def test_capital_figures_have_no_stray_zero(fen):
    text = wording.capital_yuan(fen)
    assert "零零" not in text
    if fen >= 100:
        assert not any(f"零{unit}" in text for unit in "拾佰仟万亿元角分")


@pytest.mark.parametrize("fen", [-1, 10**18])
def test_no_capital_figures(fen):
    with pytest.raises(ValueError, match="no capital figures"):
        wording.capital_yuan(fen)


@pytest.mark.parametrize(
    ("fen", "text"), [(3274000, "32,740"), (3274050, "32,740.50"), (5, "0.05"), (-12300, "-123"), (0, "0")]
)
def test_thousands(fen, text):
    assert wording.yuan_digits(fen) == text


@pytest.mark.parametrize(("language", "text"), [("zh-hans", "2026年11月2日"), ("en", "2 November 2026")])
def test_date_in_each_language(language, text):
    with translation.override(language):
        assert wording.long_date(date(2026, 11, 2)) == text


def test_moment_is_read_in_local_time():
    with translation.override("zh-hans"):
        assert wording.long_date(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == "2026年11月23日"


def test_a_plain_date_and_a_moment_without_a_zone_stay_the_day_they_are():
    assert wording.local_date(date(2026, 11, 22)) == date(2026, 11, 22)
    assert wording.local_date(datetime(2026, 11, 22, 23, 59)) == date(2026, 11, 22)
    assert wording.local_date(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) == date(2026, 11, 22)


def test_texts_that_are_kept_are_dated_in_chinese_for_every_reader():
    with translation.override("en"):
        assert wording.chinese_date(datetime(2026, 11, 2, 16, 0, tzinfo=UTC)) == "2026年11月3日"


@pytest.mark.parametrize(
    ("language", "chinese", "listed", "endless"),
    [
        ("zh-hans", True, "罚款、警告", "长期"),
        ("en", False, "罚款, 警告", "Long-term"),
        (None, True, "罚款、警告", None),
    ],
)
def test_words_in_the_language_of_the_reader(language, chinese, listed, endless):
    with translation.override(language):
        assert wording.is_chinese() is chinese
        assert wording.enumerate_texts(["罚款", "警告"]) == listed
        assert wording.enumerate_texts(["罚款"]) == "罚款"
        if language:
            assert wording.long_term() == endless
