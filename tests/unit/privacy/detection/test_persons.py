"""Names behind roles, before identity numbers, and of minors: what is certain, and where they stand again."""

from datetime import date

import pytest
import time_machine

from privacy.detection.minors import find_minors
from privacy.detection.persons import find_persons
from privacy.detection.plain import plain


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(date(2026, 4, 1), tick=False):
        yield


def found(text: str, representatives: bool = True) -> list[tuple[str, str, bool]]:
    hits = set(find_persons(plain(text), text, representatives))
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    return sorted((hit.text, hit.kind.value, hit.certain) for hit in hits)


def minors(text: str) -> list[tuple[str, bool]]:
    hits = list(find_minors(plain(text), text))
    assert all(text[hit.start : hit.end] == hit.text and hit.kind == "minor" for hit in hits)
    return [(hit.text, hit.certain) for hit in hits]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("证人李明证实", [("李明", "name", True)]),
        ("证人：李明，", [("李明", "name", True)]),
        ("证 人李明证实", []),
        ("证人李 明", [("李 明", "name", True)]),
        ("证人姓名：“李明”", [("李明", "name", True)]),
        ("证人李明翻越", []),
        ("证人：李明翻越", [("李明翻", "name", False)]),
        ("工人李明，", [("李明", "name", False)]),
        ("法定代表人赵六，", [("赵六", "name", False)]),
        ("其子王五，15岁", [("王五", "minor", True)]),
        ("工人王五（15岁）", [("王五", "minor", True)]),
        ("儿童王小宝、李小红，", [("李小红", "minor", True), ("王小宝", "minor", True)]),
        ("少年宫王小宝，", []),
        ("儿童王小宝翻越", []),
        ("证人某某，", []),
    ],
)
def test_a_role_names_a_person(text, persons):
    assert found(text) == persons


def test_legal_representatives_count_where_asked_for():
    text = "法定代表人赵六，证人李明，项目经理王五，"
    assert [one for one, _kind, _sure in found(text)] == ["李明", "王五", "赵六"]
    assert [one for one, _kind, _sure in found(text, False)] == ["李明", "王五"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("李明身份证号：", [("李明", "name", False)]),
        ("现场对李明（男，居民身份证号", [("李明", "name", False)]),
        ("对李明，公民身份号码", [("李明", "name", False)]),
        ("李明，男，汉族，身份证", []),
        ("当事人李明身份证号", []),
        ("当事人：李明身份证号", []),
        ("被处罚人系李明，身份证号", []),
        ("当事人一二三四五六，李明身份证号", [("李明", "name", False)]),
        ("盘锦李明身份证号", []),
        ("李明、王五身份证号", [("王五", "name", False)]),
        ("李明身份证、王五身份证", [("李明", "name", False), ("王五", "name", False)]),
    ],
)
def test_an_identity_number_behind_a_name_is_asked_about(text, persons):
    assert found(text) == persons


def test_a_name_stands_at_most_18_characters_before_the_word_of_identity():
    blanks = " " * 15
    assert found(f"，李明{blanks}，身份证") == [("李明", "name", False)]
    assert found(f"，李明{blanks} ，身份证") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("证人李明证实，李明称，李 明又称。", [2, 7, 11]),
        ("李明到场。证人李明证实", [0, 7]),
        ("证人李明证实，李某", [2]),
        ("证人张三证实，张三丰、张三", [2, 7, 11]),
        ("证人欧阳修文证实，欧阳修文", [2, 9]),
    ],
)
def test_a_name_is_found_again_wherever_it_stands(text, places):
    hits = {(hit.start, hit.certain) for hit in find_persons(plain(text), text)}
    assert sorted(hits) == [(place, True) for place in places]


@pytest.mark.parametrize(
    ("text", "kind"), [("工人李明，李明；证人李明，", "name"), ("证人李明，李明；其子李明（15岁）", "minor")]
)
def test_what_is_certain_or_a_minor_at_one_place_is_so_elsewhere(text, kind):
    ((again, sure),) = {(hit.kind, hit.certain) for hit in find_persons(plain(text), text) if hit.start == 5}
    assert (again, sure) == (kind, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("刘子轩（15岁）", [("刘子轩", True)]),
        ("刘子轩今年15岁", [("刘子轩", True)]),
        ("刘 子 轩，男，汉族，15岁", [("刘 子 轩", True)]),
        ("刘子轩（2012年3月4日出生）", [("刘子轩", True)]),
        ("刘子轩（2002年3月4日出生）", []),
        ("刘子轩（35岁）", []),
        ("盘锦刘子轩（15岁）", []),
        ("15岁的刘子轩，", [("刘子轩", True)]),
        ("15岁的刘子轩、赵小六在场", [("刘子轩", True), ("赵小六", True)]),
        ("15岁的刘子轩翻越", [("刘子轩", False)]),
        ("15岁的刘子轩翻越，刘子轩又", [("刘子轩", True)]),
        ("15岁的刘岩翻越，刘岩又翻越", [("刘岩", True)]),
        ("15岁的：“刘子轩”", [("刘子轩", True)]),
        ("15岁的应予教育", []),
        ("王五、赵六（均未成年）", [("赵六", True), ("王五", True)]),
        ("王五、赵六和李小红（均未成年）", [("李小红", True), ("赵六", True), ("王五", True)]),
        ("王五 、 赵六（都是15岁）", [("赵六", True), ("王五", True)]),
        ("王五、赵六（15岁）", [("赵六", True)]),
        ("盘锦、赵六（均未成年）", [("赵六", True)]),
        ("17岁的架子工赵小六高处作业", [("赵小六", False)]),
        ("童工应得", []),
        ("证人李明到场", []),
        ("", []),
    ],
)
def test_minors_by_their_age(text, names):
    assert minors(text) == names


def test_a_name_stands_at_most_32_characters_before_its_age():
    assert minors(f"，刘子轩{' ' * 26}，15岁") == [("刘子轩", True)]
    assert minors(f"，刘子轩{' ' * 27}，15岁") == []
