"""Document numbers: every written form is read, and equal numbers compare equal."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import UnreadableNumberError, find_numbers, fold_number, normalise_number, parse_number

BRACKETS = ["〔〕", "[]", "（）", "()", "【】", "［］", "﹝﹞", "{}", "〈〉"]


@pytest.mark.parametrize("pair", BRACKETS)
def test_every_bracket_form_is_one_number(pair):
    assert normalise_number(f"兴住建罚决字{pair[0]}2026{pair[1]}第007号") == "兴住建罚决字〔2026〕7号"


@pytest.mark.parametrize(
    ("raw", "normalised", "parts"),
    [
        ("洪城罚决字〔2025〕建设第22号", "洪城罚决字〔2025〕建设22号", ["洪城罚决字", "2025", "22"]),
        ("胶建行处字﹝2023﹞第002号", "胶建行处字〔2023〕2号", ["胶建行处字", "2023", "2"]),
        ("温鹿综法处字［2016］第002-306号", "温鹿综法处字〔2016〕2-306号", ["温鹿综法处字", "2016", "2-306"]),
        ("【2022】4号", "〔2022〕4号", ["2022", "4"]),
        ("\t兴住建罚决字 〔２０２６〕　１６３ 号\u200b", "兴住建罚决字〔2026〕163号", ["兴住建罚决字", "2026", "163"]),
        ("兴住建罚决字〔2026年〕12", "兴住建罚决字〔2026〕12号", ["兴住建罚决字", "2026", "12"]),
    ],
)
def test_real_shapes(raw, normalised, parts):
    number = parse_number(raw)
    assert number.normalised == normalised
    assert number.parts == parts


@pytest.mark.parametrize(
    "text", ["", "无", "2026年163号", "兴住建罚决字〔26〕1号", "兴住建罚决字〔2026〕号", "某字〔2026〕1号〔2026〕"]
)
def test_what_is_no_number_is_refused_with_its_text(text):
    with pytest.raises(UnreadableNumberError) as refused:
        parse_number(text)
    assert text in str(refused.value)


@given(st.integers(1900, 2099), st.integers(1, 99999), st.sampled_from(BRACKETS), st.integers(0, 4))
def test_normalising_is_stable(year, serial, pair, zeros):
    once = normalise_number(f"兴住建罚决字{pair[0]}{year}{pair[1]}第{'0' * zeros}{serial}号")
    assert once == normalise_number(once) == f"兴住建罚决字〔{year}〕{serial}号"


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    with contextlib.suppress(UnreadableNumberError):
        assert parse_number(text).normalised == normalise_number(fold_number(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("兴住建罚决字〔2026〕1号", [("兴住建罚决字〔2026〕1号", False)]),
        ("兴住建罚决字 〔 2026年 〕 第 1 号，", [("兴住建罚决字 〔 2026年 〕 第 1 号", True)]),
        ("见〔2026〕1号与[2025]002号。", [("见〔2026〕1号", False), ("与[2025]002号", False)]),
        ("兴罚字〔2026〕1号〔2025〕2号", [("兴罚字〔2026〕1号", False), ("〔2025〕2号", False)]),
        ("依据（2026） 7 - 12，", [("依据（2026） 7 - 12", False)]),
        ("文号：\u3000〔2026〕162A号燃气", [("〔2026〕162A号", True)]),
        ("兴罚字〔2026〕162之一号", [("兴罚字〔2026〕162之一号", False)]),
        ("兴罚字〔2026〕162燃气", [("兴罚字〔2026〕162", False)]),
        ("〔26〕1号、〔2026〕号、2026年1号", []),
        ("", []),
    ],
)
def test_numbers_are_found_with_their_place(text, found):
    assert [(text[one.start : one.end], one.apart) for one in find_numbers(text)] == found


def test_the_mark_of_a_found_number_is_one_of_the_ends_of_its_letters():
    (found,) = find_numbers("查询兴罚字〔2026〕第001号")
    assert found.number.agency_mark == "查询兴罚字"
    assert found.forms == [f"{mark}〔2026〕1号" for mark in ("查询兴罚字", "询兴罚字", "兴罚字", "罚字")]
    assert [one.forms for one in find_numbers("，〔2026〕1号；字〔2026〕1号")] == [["〔2026〕1号"], ["字〔2026〕1号"]]


def test_the_mark_of_a_found_number_has_at_most_24_letters():
    (found,) = find_numbers("文" * 30 + "〔2026〕1号")
    assert found.number.agency_mark == "文" * 24
    assert found.start == 6


@pytest.mark.parametrize("text", ["A\u00ad兴罚字〔2026〕1号", "ﬁ〔2026〕1号", "兴ﬁ罚字 \u2060〔２０２６〕１号"])
def test_characters_that_change_their_width_move_no_place(text):
    (found,) = find_numbers(text)
    assert text[found.start : found.end].endswith(("〔2026〕1号", "〔２０２６〕１号"))
    assert found.number.normalised.endswith("〔2026〕1号")


def test_folding_changes_spelling_alone():
    assert fold_number(" 兴住建罚决字［２０２６］第７–１a号\u200b\n") == "兴住建罚决字〔2026〕第7-1A号"


@pytest.mark.parametrize(("serial", "tidy"), [("000", "0"), ("010", "10"), ("002-0306", "2-306"), ("0-00", "0-0")])
def test_a_serial_has_no_leading_zeros(serial, tidy):
    assert parse_number(f"兴罚字〔2026〕第{serial}号").serial == tidy


def test_words_before_the_serial_belong_to_the_number_and_not_to_its_parts():
    number = parse_number("  洪城罚决字〔2025〕第建设第22甲号 ")
    assert (number.raw, number.normalised) == ("洪城罚决字〔2025〕第建设第22甲号", "洪城罚决字〔2025〕建设22甲号")
    assert (number.agency_mark, number.year, number.serial) == ("洪城罚决字", 2025, "22甲")


def test_a_long_text_is_refused_with_its_first_80_characters():
    with pytest.raises(UnreadableNumberError) as refused:
        parse_number(" " + "文" * 100)
    assert "文" * 80 in str(refused.value)
    assert "文" * 81 not in str(refused.value)
