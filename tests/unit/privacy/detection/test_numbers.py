"""What kind of number digits are: by their shape, their check digit, and the words before them."""

from datetime import date, timedelta

import pytest
import time_machine
from stdnum.cn import ric

from privacy.detection.numbers import (
    card,
    identity,
    is_credit_code,
    is_surely_identity,
    landline,
    mobile,
    phone_certainty,
)

TODAY = date(2026, 4, 1)
RIGHT = "211103199001011230"
CARD = "6222021234567890128"  # issuer of UnionPay, right check digit
STRANGER = "1222021234567890123"  # no issuer's, right check digit


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def born(day: date | str, right: bool = True) -> str:
    head = f"211103{day:%Y%m%d}123" if isinstance(day, date) else f"211103{day}123"
    check = ric.calc_check_digit(head)
    return head + (check if right else str((int(check.replace("X", "0")) + 1) % 10))


def after(words: str, ask, number: str):
    return ask(number, words + number, len(words))


@pytest.mark.parametrize(
    ("words", "number", "certain"),
    [
        # A word of identity says what it is, whatever is wrong with it.
        ("身份证号", RIGHT, True),
        ("身份证号", "2" * 15, True),
        ("身份证号", "2" * 19, True),
        ("身份证号", "2" * 14, None),
        ("身份证号", "2" * 20, None),
        ("身份证号：某某，统一社会信用代码", RIGHT, None),
        ("信用代码某某某某某某某某身份证号", RIGHT, True),
        # 18 digits by themselves.
        ("", RIGHT, True),
        ("", born(date(1990, 1, 1), right=False), True),
        ("", "9" + RIGHT[1:], None),
        ("", "0" + RIGHT[1:], None),
        ("", RIGHT[:16] + "X" + RIGHT[17], None),
        ("", RIGHT[:17], None),
        ("", born("19901301"), None),
        ("", born("19900230"), None),
        ("信用代码", RIGHT, None),
        # Behind a word of permits the check digit and an age say more than the shape.
        ("许可证", RIGHT, True),
        ("许可证", born(date(1990, 1, 1), right=False), False),
        ("许可证", born(date(2010, 1, 1), right=False), None),
        ("许可证", born(date(2015, 1, 1)), False),
        # 15 digits, before 2013.
        ("", "211103900101123", False),
        ("许可证", "211103900101123", None),
        ("信用代码", "211103900101123", None),
        ("", "911103900101123", None),
        ("", "011103900101123", None),
        ("", "211103901301123", None),
        ("", "21110390010112X", None),
    ],
)
def test_identity_numbers(words, number, certain):
    assert after(words, identity, number) is certain


@pytest.mark.parametrize(
    ("day", "right", "certain"),
    [
        (TODAY, True, True),
        (TODAY, False, False),
        (TODAY + timedelta(days=1), True, None),
        (date(1850, 1, 1), True, True),
        (date(1849, 12, 31), True, None),
        (TODAY - timedelta(days=14 * 366), False, True),
        (TODAY - timedelta(days=14 * 365), False, False),
    ],
)
def test_whoever_is_born_on_a_day_that_can_be_has_an_identity_number(day, right, certain):
    number = born(day, right)
    assert identity(number, number, 0) is certain


def test_only_somebody_of_14_years_surely_has_one_where_a_permit_may_stand():
    assert is_surely_identity(RIGHT)
    assert is_surely_identity(born(TODAY - timedelta(days=14 * 366)))
    assert not is_surely_identity(born(TODAY - timedelta(days=14 * 365)))
    assert not is_surely_identity(born(TODAY + timedelta(days=1)))
    assert not is_surely_identity(born(date(1990, 1, 1), right=False))
    assert not is_surely_identity(born("19901301"))
    for number in ("", RIGHT + "0", RIGHT[:-1], "9" + RIGHT[1:], "0" + RIGHT[1:], "A" + RIGHT[1:]):
        assert not is_surely_identity(number)


@pytest.mark.parametrize(
    ("number", "yes"),
    [
        ("13812345678", True), ("19912345678", True), ("12812345678", False), ("8613812345678", True),
        ("008613812345678", True), ("013812345678", True), ("1381234567", False), ("138123456789", False),
    ],
)  # fmt: skip
def test_mobile_numbers(number, yes):
    assert mobile(number) is yes


@pytest.mark.parametrize(
    ("number", "yes"),
    [
        ("04272818888", True), ("042728188881", True), ("01082345678", True), ("02412345678", False),
        ("02422345678", True), ("8604272818888", True), ("008604272818888", True), ("0427281888", False),
        ("02022345678", True), ("04279818888", False), ("0427281888812", False), ("01122345678", False),
    ],
)  # fmt: skip
def test_landlines_have_an_area_code(number, yes):
    assert landline(number) is yes


@pytest.mark.parametrize(
    ("words", "number", "certain"),
    [
        ("账号", CARD, True),
        ("账号", STRANGER, True),
        ("账号", CARD[:-1] + "3", False),
        ("", CARD, True),
        ("", CARD[:-1] + "3", None),
        ("", STRANGER, None),
        ("编号", CARD, None),
        ("信用代码", CARD, None),
        ("账号", "1" * 12, False),
        ("账号", "1" * 24, False),
        ("账号", "1" * 11, None),
        ("账号", "1" * 25, None),
        ("", "1" * 12, None),
        ("", "4000000000000002", True),
        ("账号", "621103199001012X", None),
    ],
)
def test_bank_cards(words, number, certain):
    assert after(words, card, number) is certain


def test_a_credit_code_of_digits_is_no_card_unless_told():
    code = "521103015238320963"  # also a right check digit of a card
    assert is_credit_code(code)
    assert after("", card, code) is None
    assert after("账号", card, code) is True
    assert not is_credit_code(code[:-1] + "9")
    assert not is_credit_code(code[:-1])


@pytest.mark.parametrize(
    ("words", "certain"),
    [
        ("电话", False),
        ("住宅电话", True),
        ("联系人", True),
        ("监督电话", None),
        ("本人办公电话", True),
        ("家属一二三四五六七八九十甲", False),
        ("家属一二三四五六七八九十", True),
    ],
)
def test_a_landline_is_a_persons_where_words_say_so(words, certain):
    assert after(words, lambda _number, text, start: phone_certainty(text, start), "04272818888") is certain
