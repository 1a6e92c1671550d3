"""Plain writing keeps every place, and what stands before a place is read without blanks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.detection.plain import UNSEEN, before, plain, squeeze


@settings(deadline=None)  # the table is made when it is asked for first
@given(st.text())
def test_every_place_stays_and_plain_stays_plain(text):
    once = plain(text)
    assert len(once) == len(text)
    assert plain(once) == once


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("，：；（）！？", ",:;()!?"),
        ("ＡＢ１２３＠［～", "AB123@[~"),
        ("١٢٣४५", "12345"),
        ("1‐2‑3–4—5−6－7", "1-2-3-4-5-6-7"),
        ("1\u00a02\u30003\u20024\u28005", "1 2 3 4 5"),
        ("甲•乙・丙⋅丁·", "甲·乙·丙·丁·"),
        ("1\u00ad2\u200b3\u200f4\u20605\u206f6\ufeff7\ufe0f8", UNSEEN.join("12345678")),
        ("第57条“罚款”。", "第57条“罚款”。"),
    ],
)
def test_each_sign_has_one_plain_form(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一三八一二三四五六七八", "13812345678"),
        ("电话幺叁八〇零○壹贰陆柒捌玖。", "电话138000126789。"),
        ("一三八一二三四五六七", "一三八一二三四五六七"),
        ("第一百二十三条", "第一百二十三条"),
    ],
)
def test_eleven_chinese_digits_are_a_number(text, shown):
    assert plain(text) == shown


def test_squeezing_takes_blanks_and_what_cannot_be_seen():
    assert squeeze(f" 张\t三{UNSEEN}{UNSEEN}丰\n") == "张三丰"


def test_before_a_place_stand_so_many_signs_without_blanks():
    text = "零一二三四五六七八九甲乙丙丁戊己庚辛1"
    assert before(text, 18) == "二三四五六七八九甲乙丙丁戊己庚辛"
    assert before(text, 18, 2) == "庚辛"
    assert before(text, 2, 8) == "零一"
    assert before(text, 0) == ""
    assert before(f"甲乙丙 {UNSEEN} \t1", 7, 3) == "甲乙丙"
    assert before("甲乙丙     1", 8, 3) == "乙丙"
