"""Names and identity numbers in public text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.masking import CHILD, Masker, looks_personal, mask_name
from rules.naming import FULL, HIDDEN, SURNAME, NamePolicy


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


def test_twelve_persons_with_one_surname_stay_twelve_and_more_do_too():
    names = [f"张{char}" for char in "一二三四五六七八九百千万亿兆京天地玄黄宇宙洪荒日"]
    for several in (names[:12], names):
        masker = Masker.of((name, SURNAME) for name in several)
        shown = [masker(name) for name in several]
        assert len({*shown}) == len(several)
        assert masker("、".join(several)) == "、".join(shown)
        assert shown[:2] == ["张某甲", "张某乙"]
        assert all(re.fullmatch("张某[甲乙丙丁戊己庚辛壬癸]{1,2}", one) for one in shown)


@pytest.mark.parametrize("names", [("张三", "张三丰"), ("张三丰", "张三")])
def test_the_longer_name_is_masked_before_the_shorter(names):
    masker = Masker.of((name, SURNAME) for name in names)
    short, long = masker("张三"), masker("张三丰")
    assert {short, long} == {"张某甲", "张某乙"}
    assert masker("张三丰与张三、张 三 丰、张三") == f"{long}与{short}、{long}、{short}"


@pytest.mark.parametrize("name", ["张 三", "张\u3000三", "张\u200b三", "张\u2060三", "张\n三"])
def test_a_name_with_a_blank_inside_is_masked_like_the_name(name):
    masker = Masker.of([(name, SURNAME), ("  ", SURNAME), ("", SURNAME)])
    assert masker(f"{name}违法，对张三、张 三处罚") == "张某违法，对张某、张某处罚"
    assert Masker.of([(name, FULL)])(f"证人{name}证实，证人张三证实") == f"证人{name}证实，证人张三证实"


def test_whoever_is_found_in_a_text_never_shares_the_form_of_a_party():
    assert Masker.of([("张三", SURNAME)])("张三与证人张明在场") == "张某与证人张某甲在场"
    assert Masker()("证人张明证实，代理人张亮到场") == "证人张某甲证实，代理人张某乙到场"


def test_persons_found_in_one_text_are_masked_in_all_texts_of_the_record():
    texts = ["刘子轩翻入工地", "年仅十五岁的男孩刘子轩在现场", "张三与证人张明在场", "张明", "证\u2060人张\u2060明证实"]
    shown, masker = Masker.of([("张三", SURNAME)]).consistently(lambda masker: [masker(text) for text in texts])
    assert shown == [
        "某某翻入工地", "年仅十五岁的男孩某某在现场", "张某甲与证人张某乙在场", "张某乙", "证\u2060人张某乙证实",
    ]  # fmt: skip
    assert masker("复议撤销对张三的处罚，刘子轩已送医") == "复议撤销对张某甲的处罚，某某已送医"


def test_a_child_is_never_named_in_full():
    shown, _masker = Masker.of([("刘子轩", FULL)]).consistently(
        lambda masker: [masker("刘子轩"), masker("刘子轩（15岁）")]
    )
    assert shown == ["某某", "某某（15岁）"]


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
    born = born.replace(year=1900 + born.year % 100)  # a permit's date is younger: tests/unit/privacy/detection
    number = f"{province}{area:04d}{born:%Y%m%d}{order:03d}{check}"
    assert number not in Masker()(f"当事人（{number}）陈述")


@pytest.mark.parametrize(
    ("name", "yes"),
    [
        ("张三", True), ("欧阳修文", True), ("古丽·买买提", True), ("阿·卜·都", True), ("张", False),
        ("盘锦建材店", False),
        ("张三1", False), ("Zhang", False), ("古丽·", False), ("", False),
    ],
)  # fmt: skip
def test_a_persons_name_has_two_to_four_characters_or_a_dot(name, yes):
    assert looks_personal(name) is yes


def test_nothing_has_no_form_and_a_child_always_has_one():
    assert [mask_name("", form) for form in (FULL, SURNAME, HIDDEN, CHILD)] == ["", "", "", ""]
    assert mask_name("王小明", CHILD) == "某某"


def test_each_category_has_its_setting():
    policy = NamePolicy(person=HIDDEN, sole_trader=SURNAME)
    assert [policy.for_category(code) for code in ("person", "sole_trader", "organisation", "")] == [
        HIDDEN, SURNAME, FULL, FULL,
    ]  # fmt: skip


def test_each_form_stands_in_the_texts():
    masker = Masker.of([("王小明", HIDDEN), ("李四", SURNAME), ("盘锦公司", FULL), ("张", SURNAME)])
    assert masker("王小明、李四与盘锦公司、张") == "当事人、李某与盘锦公司、张"
    assert masker.pairs == {"王小明": "当事人", "李四": "李某"}
    assert (Masker()(""), masker("")) == ("", "")


def test_signs_with_a_meaning_in_patterns_are_signs_of_a_name():
    assert Masker.of([("a.c", SURNAME)])("abc与a.c") == "abc与a某"


def test_a_name_that_is_masked_for_one_is_masked_for_all():
    masker = Masker.of([("张三", FULL), ("张三", SURNAME)])
    assert (masker.known, masker("证人张三证实")) == (frozenset(), "证人张某证实")


def test_whoever_is_known_in_full_is_named_unless_a_child():
    masker = Masker.of([("张三", FULL)])
    assert masker("证人张三、证人李明，电话13812345678") == "证人张三、证人李某，电话138****5678"
    assert masker.found == {"李明": SURNAME}
    assert masker("其子张三（15岁）") == "其子某某（15岁）"
    assert masker.found == {"李明": SURNAME, "张三": CHILD}


def test_doubtful_hits_stay_and_representatives_are_left_to_the_importer():
    text = "法定代表人：赵六，工人李明，送达地址：盘锦市石油大街112号"
    assert Masker()(text) == text


def test_names_alone_leave_other_texts_as_they_are():
    masker = Masker.of([("张三", SURNAME)])
    assert masker.names("张 三，证人李明，13812345678") == "张某，证人李明，13812345678"
    assert (Masker().names("张三"), masker.names("")) == ("张三", "")


def test_a_code_is_masked_where_it_surely_is_an_identity():
    masker = Masker.of([("张三", SURNAME), ("211103199001011257", FULL)])
    assert masker.code("张三211103199001011230") == "张某21**************30"
    others = "211103202603160101、0427-2818888、13812345678"
    assert masker.code(others) == others
    assert masker.code("") == ""


def test_texts_are_made_once_more_only_where_they_told_of_somebody():
    made = []

    def build(masker):
        made.append(masker)
        return [masker("证人李明证实"), masker("李明到场")]

    shown, masker = Masker.of([("张三", SURNAME)]).consistently(build)
    assert (shown, len(made)) == (["证人李某证实", "李某到场"], 2)
    assert masker is made[-1]
    assert masker.pairs == {"张三": "张某", "李明": "李某"}
    made.clear()
    assert masker.consistently(build)[1] is masker
    assert len(made) == 1
