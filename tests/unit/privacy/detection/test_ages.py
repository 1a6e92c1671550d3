"""An age, a word or a day of birth behind a name says whether its bearer is a minor."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from privacy.detection.ages import AGE, BEFORE, PERHAPS_BEFORE, is_young


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(date(2026, 4, 1), tick=False):
        yield


def young(text: str) -> bool:
    """Whether what stands behind 王五 makes a minor of him."""
    return is_young(f"王五{text}", 2) is not None


@pytest.mark.parametrize(
    "text",
    [
        "15岁", "(男,15岁)", ",年仅十五岁",
        "今年9周岁", "未满18岁", "不满十四周岁", "系未成年",
        "均未成年", "(其子,15岁)", ",男,汉族,1岁", "17岁半",
        ",2012-03-04出生", "(女,2012年3月4日生)", ",生于2012年3月4日", ",出生于 2012.3.4",
        ",2008年4月2日生", ",2026年4月1日生",
    ],
)  # fmt: skip
def test_a_minor(text):
    assert young(text)


@pytest.mark.parametrize(
    "text",
    [
        "18岁", "25岁", "115岁", "四十五岁", "不满19岁", ",2008年4月1日生", ",2007年12月31日生", ",1990年1月1日生",
        ",2026年4月2日生",
        ",2012年13月4日生", ",2012年2月30日生", ",2012年3月4日", "", "到场", ",15岁的赵小六", ",15岁的男孩赵小六",
    ],
)  # fmt: skip
def test_no_minor(text):
    assert not young(text)


def test_an_age_in_brackets_or_of_nobody_else_belongs_to_the_name_before_it():
    assert young("(15岁)的赵小六")
    assert young("15岁的赵小六")
    assert young(",15岁的某处")
    assert young(",15岁,赵小六")


def test_a_birthday_is_reached_on_its_day():
    for day, grown in ((date(2026, 5, 5), False), (date(2026, 5, 6), True), (date(2026, 6, 1), True)):
        with time_machine.travel(day, tick=False):
            assert young(",2008年5月6日生") is not grown, day


def test_one_word_may_speak_of_several():
    told = is_young("王五(均未成年)", 2)
    assert (told["all"], told.group()) == ("均", "(均未成年")
    assert AGE.match("(15岁")["all"] is None


@pytest.mark.parametrize("text", ["15岁的", "十五岁的男孩", "不满14周岁的未成年人", "9岁左右的女童"])
def test_an_age_stands_before_a_name(text):
    assert BEFORE.fullmatch(text)


@pytest.mark.parametrize("text", ["17岁的架子工", "童工", "未成年工", "15岁的实习生"])
def test_an_age_may_stand_before_a_name_or_an_act(text):
    assert PERHAPS_BEFORE.fullmatch(text)


def test_a_birthday_begins_in_china():
    for hour, grown in ((15, False), (16, True)):
        with time_machine.travel(datetime(2026, 5, 5, hour, 1, tzinfo=UTC), tick=False):
            assert young(",2008年5月6日生") is not grown, hour
