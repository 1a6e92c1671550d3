"""Cutting text so that any fragment is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.analysis import bigrams, fold, fragments, grams, query_grams, squeeze, syllables

TEXTS = st.text(alphabet="盘锦市住建罚决字第号路年月〔〕（）第 ABab019-，。", max_size=30)


def test_what_reads_alike_is_spelled_alike():
    assert fold("處罰（２０２６）ＡＢ") == "处罚(2026)ab"
    assert squeeze(" 〔2026〕 第 1 号 ") == "2026第1号"


def test_elasticsearch_gets_letters_and_digits_apart():
    assert fragments("鹤汀路118号BIM，施工") == "鹤汀路 1 1 8 号 b i m 施工"


def test_pinyin_keeps_letters():
    assert syllables("盘锦ABC") == ("pan", "jin", "a", "b", "c")


@given(TEXTS)
def test_folding_keeps_every_place(text: str):
    assert len(fold(text)) == len(text)


@given(TEXTS, st.integers(0, 29), st.integers(2, 8))
def test_every_fragment_is_found(text: str, start: int, length: int):
    plain = squeeze(text)
    fragment = plain[start : start + length]
    if len(fragment) >= 2:
        assert set(query_grams(fragment)) <= set(grams(text))
        assert set(bigrams(fragment)) <= set(grams(text))


def test_fragments_with_digits_ask_for_triples():
    assert query_grams("路442号") == ["路44", "442", "42号"]
    assert query_grams("未取得许可") == ["未取", "取得", "得许", "许可"]
    assert query_grams("施工许可2026") == ["许可2", "可20", "202", "026", "施工", "工许"]


@pytest.mark.parametrize(("one", "other"), [("未取得施工許可證", "未取得施工许可证"), ("ＡＢ１２", "ab12")])
def test_spellings_meet(one: str, other: str):
    assert query_grams(one) == query_grams(other)
