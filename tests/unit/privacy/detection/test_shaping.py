"""What is left of a hit says what stood there, never whose it was."""

import pytest

from privacy.detection import Hit, HitKind, mask, masked
from privacy.detection.hit import settle
from privacy.detection.shaping import distinct, ordinal, surname


def hit(text: str, kind: HitKind, start: int = 0, certain: bool = True) -> Hit:
    return Hit(start, start + len(text), kind, text, certain)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (HitKind.IDENTITY, "21110319900101123X", "21**************3X"),
        (HitKind.IDENTITY, "２11103 19900101\u200b-1230", "21**************30"),
        (HitKind.MOBILE, "13812345678", "138****5678"),
        (HitKind.MOBILE, "（138）1234 5678", "（138）****5678"),
        (HitKind.LANDLINE, "0427-2818888", "0427*****88"),
        (HitKind.LANDLINE, "(0427) 2818888", "(0427)*****88"),
        (HitKind.BANK_CARD, "6222021234567890128", "6222***********0128"),
        (HitKind.PLATE, "辽L·12345", "辽L****5"),
        (HitKind.EMAIL, "zhang.san@qq.com", "z***@qq.com"),
        (HitKind.EMAIL, "ｚ 3\u200b@qq.com", "z***@qq.com"),
        (HitKind.NAME, "张 三", "张某"),
        (HitKind.NAME, "欧阳\u200b修", "欧阳某"),
        (HitKind.MINOR, "刘子轩", "某某"),
        (HitKind.PROPERTY, "辽（2023）盘锦市不动产权第0012345号", "辽（2023）盘锦市不动产权第****号"),
        (HitKind.PROPERTY, "房权证盘字第00-12 34号", "房权证盘字第****号"),
        (HitKind.ADDRESS, "辽宁省盘锦市兴隆台区石油大街112号", "辽宁省盘锦市兴隆台区****"),
        (HitKind.ADDRESS, "阜新蒙古族自治县 甲镇乙村", "阜新蒙古族自治县****"),
        (HitKind.ADDRESS, "盘锦市石油大街112号", "盘锦市****"),
        (HitKind.ADDRESS, "盘 山\u200b县得胜镇", "盘山县****"),
        (HitKind.ADDRESS, "石油大街112号", "****"),
    ],
)
def test_each_kind_has_its_form(kind, text, shown):
    assert masked(hit(text, kind)) == shown


def test_the_text_around_stays_and_each_hit_is_replaced():
    text = "证人李明电话13812345678。"
    hits = [hit("李明", HitKind.NAME, 2), hit("13812345678", HitKind.MOBILE, 6)]
    assert mask(text, iter(hits)) == "证人李某电话138****5678。"
    assert mask(text, []) == text


def test_persons_of_one_form_are_told_apart_in_the_order_in_which_they_come():
    text = "李明、李亮、王五、李 明"
    hits = [hit(name, HitKind.NAME, text.index(name)) for name in ("李明", "李亮", "王五", "李 明")]
    assert mask(text, hits) == "李某甲、李某乙、王某、李某甲"
    assert mask(text, hits, {"王某", "李某甲"}) == "李某乙、李某丙、王某甲、李某乙"


def test_no_two_persons_share_a_form():
    shown = dict.fromkeys(map(str, range(120)), "张某")
    assert len(set(distinct(shown, ("张某甲",)).values())) == 120
    assert distinct({"a": "张某", "b": "李某"}) == {"a": "张某", "b": "李某"}
    assert distinct({"a": "张某"}, ("张某",)) == {"a": "张某甲"}


def test_ordinals_go_on_behind_the_tenth():
    assert [ordinal(place) for place in (0, 1, 9, 10, 11, 19, 20, 109, 110)] == [
        "甲", "乙", "癸", "甲甲", "甲乙", "甲癸", "乙甲", "癸癸", "甲甲甲",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "first"), [("张三", "张"), ("欧阳修", "欧阳"), ("欧阳", "欧"), ("古丽·买买提", "古"), ("", "")]
)
def test_the_surname_of_a_name(name, first):
    assert surname(name) == first


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([(0, 3, False), (3, 5, False)], [(0, 3, False), (3, 5, False)]),
        ([(3, 5, False), (0, 3, False)], [(0, 3, False), (3, 5, False)]),
        ([(0, 4, False), (3, 5, True)], [(3, 5, True)]),
        ([(0, 2, True), (1, 9, False)], [(0, 2, True)]),
        ([(0, 2, False), (1, 9, False)], [(1, 9, False)]),
        ([(0, 3, True), (2, 5, True)], [(0, 3, True)]),
        ([(0, 2, False), (0, 5, False)], [(0, 5, False)]),
        ([(0, 5, False), (0, 2, True)], [(0, 2, True)]),
        ([(0, 2, False), (1, 4, False), (3, 9, False)], [(3, 9, False)]),
        ([], []),
    ],
)
def test_of_two_that_share_a_character_the_certain_one_stays_then_the_longer(found, kept):
    hits = [Hit(start, end, HitKind.NAME, "", certain) for start, end, certain in found]
    assert [(one.start, one.end, one.certain) for one in settle(iter(hits))] == kept
