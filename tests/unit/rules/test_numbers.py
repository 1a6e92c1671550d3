"""Document numbers: every written form is read, and equal numbers compare equal."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import UnreadableNumberError, fold_number, normalise_number, parse_number

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
