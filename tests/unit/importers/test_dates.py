"""Every written form of a date that real files hold, and none that is no date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.types.columns.dates import LONG_TERM, UnreadableDateError, read_date

DAY = dt.date(2019, 10, 1)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        dt.datetime(2019, 10, 1, 8, 30),
        43739,
        43739.0,
        43739.75,
        "43739",
        20191001,
        20191001.0,
        "20191001",
        "2019年10月1日",
        "2019年 10 月 01 日",
        "2019/10/1",
        "2019-10-01",
        "2019.10.1",
        "２０１９．１０．１",
        "2019/10/01 00:00:00",
        "2019-10-01T08:00:00",
        "\t2019-10-01\u3000",
        "二〇一九年十月一日",
    ],
)
def test_one_day_in_every_form(cell):
    assert read_date(cell) == DAY


@pytest.mark.parametrize(
    "cell", ["2099/12/31", "长期", "永久有效", "9999-12-31", dt.date(2099, 12, 31), 73050, "2099年1月1日"]
)
def test_long_term(cell):
    assert read_date(cell) == LONG_TERM


@pytest.mark.parametrize("cell", [None, "", "  ", "/", "无", "\u3000"])
def test_no_date(cell):
    assert read_date(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "2024/13/45",
        "2023-02-29",
        "4/8/2019",
        "19.10.1",
        "昨天",
        7,
        99999999,
        float("inf"),
        float("nan"),
        True,
        "2019/10-1",
        dt.date(1024, 1, 1),
        dt.time(8),
    ],
)
def test_what_is_no_date_is_told(cell):
    with pytest.raises(UnreadableDateError):
        read_date(cell)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)))
def test_all_forms_of_any_day_agree(day):
    serial = (day - dt.date(1899, 12, 30)).days
    forms = [
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y%m%d}",
        serial,
        str(serial),
    ]
    assert {read_date(form) for form in forms} == {day}


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text):
    try:
        day = read_date(text)
    except UnreadableDateError:
        return
    assert day is None or isinstance(day, dt.date)
