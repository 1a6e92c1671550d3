"""Amounts as documents write them, with digits and scales or in Chinese numerals."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.amounts import chinese_yuan, mixed_yuan, scale
from rules.wording import LARGEST_FEN, capital_yuan

WAN = Decimal(10_000)


@pytest.mark.parametrize(
    ("marks", "factor"),
    [
        ("十", 10),
        ("百", 100),
        ("仟", 1000),
        ("万", 10**4),
        ("百万", 10**6),
        ("千万", 10**7),
        ("萬", 10**4),
        ("億", 10**8),
    ],
)
@pytest.mark.parametrize("yuan", [None, "元"])
def test_marks_multiply_whatever_follows(marks, factor, yuan):
    assert scale(marks, yuan, WAN) == factor


@pytest.mark.parametrize("marks", [None, ""])
def test_without_a_mark_yuan_are_yuan_and_a_bare_number_counts_the_default(marks):
    assert scale(marks, "元", WAN) == 1
    assert scale(marks, None, WAN) == WAN


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1万2千元", "12000"),
        ("3亿5000万", "350000000"),
        ("3億5000萬圆整", "350000000"),
        ("2万3百5", "20305"),
        ("1.5亿2000万3.25元", "170000003.25"),
    ],
)
def test_figures_with_scales_in_between_are_added(text, yuan):
    assert mixed_yuan(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text", ["", "元", "5万", "5万元", "1千2万", "1万2万", "1万，2千", "罚款1万2千元", "1万2千元3角", "1万2千X"]
)
def test_what_does_not_go_down_from_scale_to_scale_is_no_mixed_amount(text):
    assert mixed_yuan(text) is None


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("零", "0"),
        ("十", "10"),
        ("十五", "15"),
        ("一百零五", "105"),
        ("一百一十", "110"),
        ("一百十五", "115"),
        ("一千零十五", "1015"),
        ("三万十元", "30010"),
        ("壹仟零佰零拾伍元整", "1005"),
        ("二百〇三万", "2030000"),
        ("两千", "2000"),
        ("二十万", "200000"),
        ("十万零五百元", "100500"),
        ("一亿零五百万元", "105000000"),
        ("一万二千亿", "1200000000000"),
        ("一亿二千万三百元", "120000300"),
        ("人民币贰拾万元整", "200000"),
        ("貳仟參佰陸拾圓正", "2360"),
        ("壹元零伍分", "1.05"),
        ("壹元伍角", "1.5"),
        ("壹元伍角整", "1.5"),
        ("壹佰元零伍角零捌分", "100.58"),
        ("柒角", None),
        ("三五", None),
        ("五〇〇〇元", None),
        ("三百五零元", None),
        ("三百五六", None),
        ("万", None),
        ("亿元", None),
        ("元", None),
        ("壹元伍", None),
        ("壹元伍分伍角", None),
        ("约二千元", None),
        ("二千元左右", None),
    ],
)
def test_chinese_numerals(text, yuan):
    assert chinese_yuan(text) == (None if yuan is None else Decimal(yuan))


@given(st.integers(100, LARGEST_FEN))
@example(1_000_000_000_000_00)
@example(10_001_0000_0000_00)
def test_what_documents_write_in_capital_figures_is_read_back_exactly(fen):
    assert chinese_yuan(capital_yuan(fen)) == Decimal(fen) / 100
