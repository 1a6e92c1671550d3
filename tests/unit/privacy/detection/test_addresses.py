"""Where a person lives: from the word of residence down to the house, and no further."""

import pytest

from privacy.detection.addresses import find_addresses
from privacy.detection.plain import plain


def found(text: str) -> list[tuple[str, bool]]:
    hits = list(find_addresses(plain(text), text))
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    return [(hit.text, hit.certain) for hit in hits]


HOME = "盘锦市兴隆台区石油大街112号"


@pytest.mark.parametrize(
    "text",
    [
        f"家住{HOME}。", f"住{HOME}", f"住址：{HOME}，", f"户籍所在地为{HOME}；", f"家 庭\u200b住 址 : {HOME}",
        f"现住：  {HOME}", f"暂住于“{HOME}”", f"居住地是 {HOME}的", f"经常居住地 \n{HOME}",
    ],
)  # fmt: skip
def test_an_address_of_residence_is_certain(text):
    assert found(text) == [(HOME, True)]


@pytest.mark.parametrize("words", ["住所地", "通讯地址", "送达地址", "邮 寄 地 址"])
def test_an_address_of_delivery_is_doubtful(words):
    assert found(f"{words}：{HOME}。") == [(HOME, False)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("住盘锦市 兴隆台区 石油大街112号3号楼501室，男", "盘锦市 兴隆台区 石油大街112号3号楼501室"),
        ("住辽宁省，盘锦市，兴隆台区石油大街112号，3号楼。", "辽宁省，盘锦市，兴隆台区石油大街112号，3号楼"),
        ("住盘锦市石油大街112号，擅自拆改小区围墙", "盘锦市石油大街112号"),
        ("住盘锦市石油大街112号擅自拆改小区围墙", "盘锦市石油大街112号"),
        ("住盘锦市大洼区前进村3组12", "盘锦市大洼区前进村3组12"),
        ("住盘锦市大洼区前进村 12", "盘锦市大洼区前进村 12"),
        ("住盘锦市大洼区前进村2026年起", "盘锦市大洼区前进村"),
        ("住盘锦市大洼区前进村500元", "盘锦市大洼区前进村"),
        ("住盘锦市大洼区前进村12345", "盘锦市大洼区前进村"),
        ("住盘锦市石油大街（东段）112号（3号楼）", "盘锦市石油大街（东段）112号（3号楼）"),
        ("住盘锦市石油大街112号（以下略）", "盘锦市石油大街112号"),
        ("住盘锦市石油大街现在小区", "盘锦市石油大街现在小区"),
        ("住石油大街112号", "石油大街112号"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text, address):
    assert found(text) == [(address, True)]


@pytest.mark.parametrize(
    "text",
    [
        "住盘锦市", "住盘锦市兴隆台区", "住辽宁省盘锦市，", "住址不详",
        "住宅楼工程位于盘锦市石油大街112号", "住房盘锦市石油大街112号",
        "住建局位于盘锦市石油大街112号", "在盘锦市石油大街112号", "住在该区擅自建楼", "常住盘锦市石油大街112号",
        "住石油大街", "住盘锦市的某小区", "",
    ],
)  # fmt: skip
def test_what_does_not_come_down_to_a_house_is_no_address(text):
    assert found(text) == []


def test_an_address_has_at_most_14_parts():
    parts = [f"{name}路" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"]
    assert found(f"住{''.join(parts)}") == [("".join(parts[:14]), True)]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("某小区3号楼2单元501室拆改", "3号楼2单元501室"),
        ("3栋2门10层1001户", "3栋2门10层1001户"),
        ("3 #楼 2 单元 501", "3 #楼 2 单元 501"),
        ("12幢1单元101", "12幢1单元101"),
    ],
)
def test_a_room_said_of_nobody_is_doubtful(text, room):
    assert found(text) == [(room, False)]


def test_every_address_and_every_room_of_a_text_is_found():
    text = f"张三住{HOME}，送达地址：{HOME}；3号楼2单元501室、4号楼1门101室"
    assert found(text) == [(HOME, True), (HOME, False), ("3号楼2单元501室", False), ("4号楼1门101室", False)]
