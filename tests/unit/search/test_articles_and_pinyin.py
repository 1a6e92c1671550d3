"""Numerals of articles, syllables of pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.pinyin import readings
from search.articles import spellings, to_chinese, to_number


@given(st.integers(1, 9999))
def test_numerals_go_both_ways(number: int):
    assert to_number(to_chinese(number)) == number


@pytest.mark.parametrize(("number", "words"), [(7, "七"), (12, "十二"), (110, "一百一十"), (1001, "一千零一")])
def test_numerals_as_laws_write_them(number: int, words: str):
    assert to_chinese(number) == words


def test_an_article_is_spelled_twice():
    assert spellings("城乡规划法六十四条") == ["城乡规划法第六十四条", "城乡规划法第64条"]
    assert spellings("住宅小区") == []


def test_pinyin_is_cut_with_its_doubts():
    assert readings("jianzhu")[0] == ("jian", "zhu")
    assert set(readings("xian")) == {("xian",), ("xi", "an")}
    assert readings("bim") == []
    assert readings("盘") == []
