"""Where a name begins and ends in running text."""

import pytest

from privacy.detection.names import Name, name_at, opens
from privacy.detection.plain import UNSEEN


def read(text: str, place: int = 0, **options) -> tuple[str, bool] | None:
    name = name_at(text, place, **options)
    assert name is None or name.start == place
    return None if name is None else (text[name.start : name.end], name.bounded)


@pytest.mark.parametrize(
    ("text", "name", "bounded"),
    [
        ("张三", "张三", True),
        ("张三丰", "张三丰", True),
        ("张三丰证实", "张三丰", True),
        ("张三证实", "张三", True),
        ("张三，男", "张三", True),
        ("张三丰翻越围挡", "张三丰", False),
        ("张三翻越围挡", "张三翻", False),
        ("欧阳修文到场", "欧阳修文", True),
        ("欧阳修到场", "欧阳修", True),
        ("欧阳修文翻越", "欧阳修文", False),
        ("司马", None, None),
        ("张", None, None),
        ("张 三 丰。", "张 三 丰", True),
        (f"张{UNSEEN}三{UNSEEN}{UNSEEN}丰", f"张{UNSEEN}三{UNSEEN}{UNSEEN}丰", True),
        ("张  三。", "张  三", True),
        ("张   三。", None, None),
        ("张\n三。", None, None),
        ("张三 到场", "张三", True),
        ("张某", None, None),
        ("张三的", "张三", True),
        ("张的三", None, None),
        ("甲三", None, None),
        ("陈述事实", None, None),
        ("年仅五岁", None, None),
        ("年广久", "年广久", True),
        ("A张三", None, None),
        ("", None, None),
    ],
)
def test_a_name_begins_with_a_surname_and_ends_where_a_word_says_so(text, name, bounded):
    assert read(text) == (None if name is None else (name, bounded))


def test_a_name_is_read_at_its_place():
    assert name_at("证人张三丰", 2) == Name(2, 5, True)
    assert name_at("证人张三丰", 5) is None
    assert read("张三丰翻越", ends=()) == ("张三丰", False)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("张三", True), ("，张三", True), ("证人张三", True), ("和张三", True), ("盘锦张三", False),
        ("2012年仅", False),
        ("2012 年仅", False), ("〇年仅", False), ("，年广久", True), ("施工张三", False), ("停工张三", False),
        ("职工张三", True), ("A张三", True), ("工张三", True), (" 张三", True),
    ],
)  # fmt: skip
def test_a_name_begins_at_a_border_or_after_a_link(text, yes):
    assert opens(text, len(text) - (3 if text.endswith("年广久") else 2)) is yes
