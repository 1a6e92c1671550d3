"""Names and identity numbers in public text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.masking import FULL, HIDDEN, SURNAME, Masker, NamePolicy, mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王小明", "王某"),
        ("李四", "李某"),
        ("欧阳修文", "欧阳某"),
        ("司马光", "司马某"),
        ("古丽·买买提", "古某"),
        ("司马", "司某"),
    ],
)
def test_surname_form(name, masked):
    assert mask_name(name, SURNAME) == masked


def test_hidden_and_full_forms():
    assert mask_name("王小明", HIDDEN) == "当事人"
    assert mask_name("王小明", FULL) == "王小明"


def test_a_name_is_masked_wherever_and_however_it_stands():
    masker = Masker.of([("王小明", SURNAME)])
    assert masker("王小明违法，对王 小 明、王\u200b小明处罚") == "王某违法，对王某、王某处罚"


def test_two_persons_with_one_surname_stay_two():
    masker = Masker.of([("王小明", SURNAME), ("王大力", SURNAME), ("李四", SURNAME)])
    assert masker("王小明与王大力、李四") == "王某甲与王某乙、李某"


def test_full_names_are_left_alone():
    assert Masker.of([("盘锦某某建材店", FULL)])("盘锦某某建材店") == "盘锦某某建材店"


def test_policy_by_category():
    policy = NamePolicy()
    assert [policy.for_category(code) for code in ("person", "sole_trader", "organisation")] == [SURNAME, FULL, FULL]


def test_identity_numbers_are_masked_but_other_numbers_are_not():
    text = "身份证211103198709097235，信用代码9121110329141777L3，合同额1234567890123456元"
    assert Masker()(text) == "身份证21**************35，信用代码9121110329141777L3，合同额1234567890123456元"


@given(st.integers(11, 82), st.integers(0, 9999), st.dates(), st.integers(0, 999), st.sampled_from("0123456789Xx"))
def test_every_identity_number_shape_is_found(province, area, born, order, check):
    born = born.replace(year=1900 + born.year % 100)  # a permit's date is younger: tests/unit/detection
    number = f"{province}{area:04d}{born:%Y%m%d}{order:03d}{check}"
    assert number not in Masker()(f"当事人（{number}）陈述")
