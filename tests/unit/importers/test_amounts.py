"""Amounts in every written form, exact to the fen."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.types.columns.amounts import YUAN, UnreadableAmountError, read_amount
from records.types.columns.base import AmountColumn


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        (0.2, "2000"),
        (38.123456, "381234.56"),
        (0.1 + 0.2, "3000"),
        ("1.5", "15000"),
        ("1,033.71325", "10337132.50"),
        ("14万元", "140000"),
        ("1033.71325万元", "10337132.50"),
        ("５６ 万元", "560000"),
        ("８千元", "8000"),
        ("8千元", "8000"),
        ("罚款玖仟元", "9000"),
        ("玖仟元整", "9000"),
        ("壹万贰仟叁佰元整", "12300"),
        ("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78"),
        ("人民币贰拾万元", "200000"),
        ("二十万", "200000"),
        ("一亿零五百万元", "105000000"),
        ("1万2千元", "12000"),
        ("3亿5000万元", "350000000"),
        ("5百万元", "5000000"),
        ("2000元", "2000"),
        ("¥2,000.50元", "2000.50"),
        ("玖", "90000"),
        ("罚款1.5", "15000"),
        ("罚款金额：2,000元", "2000"),
        (0, "0"),
        ("0", "0"),
    ],
)
def test_amounts(cell, yuan):
    assert read_amount(cell).yuan == Decimal(yuan)


def test_a_column_in_yuan():
    assert read_amount(2000, YUAN).yuan == 2000
    assert read_amount("2000", YUAN).yuan == 2000
    assert read_amount("罚款2000", YUAN).yuan == 2000
    assert read_amount("2万元", YUAN).yuan == 20000


@pytest.mark.parametrize(("yuan", "text"), [(None, ""), (Decimal(0), "0.000000"), (Decimal("15000.01"), "1.500001")])
def test_an_export_writes_wan_with_six_places(yuan, text):
    assert AmountColumn(code="A", label="A", attribute="a").as_text(yuan) == text


def test_one_sum_is_picked_by_its_name():
    text = "罚款823.356625万元，没收违法所得210.356625万元，罚没合计1033.71325万元"
    assert read_amount(text, label="罚款").yuan == Decimal("8233566.25")
    assert read_amount(text, label="没收").yuan == Decimal("2103566.25")


@pytest.mark.parametrize("cell", [None, "", "/", "无", "—", "\u3000"])
def test_no_amount(cell):
    assert read_amount(cell) is None


@pytest.mark.parametrize(
    "cell", ["约两千", "若干", "三五", "12a", "1.2.3", -1, "-5", True, "罚款", 1e30, float("nan"), float("inf")]
)
def test_what_is_no_amount_is_told(cell):
    with pytest.raises(UnreadableAmountError):
        read_amount(cell)


def test_fractions_of_a_fen_are_rounded_and_said():
    assert read_amount("0.00000051").rounded
    assert not read_amount("0.000001").rounded


@given(st.decimals(min_value=0, max_value=Decimal("9999.999999"), places=6))
def test_six_places_of_wan_are_exact(wan):
    assert read_amount(float(wan)).yuan == wan * 10000
    assert read_amount(f"{wan}万元").yuan == wan * 10000


@given(st.text(alphabet="0123456789.,万千百十元壹贰叁罚款没收角分整亿 ", max_size=14))
def test_any_text_is_an_amount_or_refused(text):
    try:
        amount = read_amount(text)
    except UnreadableAmountError:
        return
    assert amount is None or amount.yuan >= 0
