"""A time behind a date never changes the day: every written day with every written time, in every date column."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats import KINDS
from importers.officers.form import KIND as OFFICERS
from records.types.columns.base import DateColumn, Draft
from records.types.columns.dates import UnclearDateError, UnreadableDateError, read_date
from records.types.columns.times import NoSuchTimeError, split_time
from tests.factories.importing import TODAY, read
from tests.factories.spreadsheets import LABELS, row, write_csv, write_xlsx

COLUMNS = [column for form in (*KINDS.values(), OFFICERS) for column in form.columns if isinstance(column, DateColumn)]
_HAN = "〇一二三四五六七八九"
_WIDE = str.maketrans("0123456789/-.: ", "０１２３４５６７８９／－．：\u3000")


def _han(number):
    tens, ones = divmod(number, 10)
    return {0: "", 1: "十"}.get(tens, _HAN[tens] + "十") + (_HAN[ones] if ones else "")


DAYS = {
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "padded slashes": lambda day: f"{day:%Y/%m/%d}",
    "hyphens": lambda day: f"{day.year}-{day.month}-{day.day}",
    "iso": lambda day: day.isoformat(),
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "commas": lambda day: f"{day.year}，{day.month}，{day.day}",
    "spread slashes": lambda day: f"{day.year} / {day.month} / {day.day}",
    "words": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "padded words": lambda day: f"{day:%Y年%m月%d日}",
    "号": lambda day: f"{day.year}年{day.month}月{day.day}号",
    "spread words": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "open words": lambda day: f"{day.year}年{day.month}月{day.day}",
    "han": lambda day: f"{''.join(_HAN[int(n)] for n in str(day.year))}年{_han(day.month)}月{_han(day.day)}日",
    "zeros": lambda day: DAYS["han"](day).replace("〇", "○"),
    "digits": lambda day: f"{day:%Y%m%d}",
}
TIMES = {
    "none": lambda time: "",
    "minutes": lambda time: f" {time.hour}:{time:%M}",
    "padded": lambda time: f" {time:%H:%M}",
    "seconds": lambda time: f" {time:%H:%M:%S}",
    "two blanks": lambda time: f"  {time:%H:%M}",
    "line break": lambda time: f"\n{time:%H:%M}",
    "no-break space": lambda time: f"\u00a0{time:%H:%M}",
    "fraction": lambda time: f" {time:%H:%M:%S}.{time.microsecond:06d}",
    "comma": lambda time: f" {time:%H:%M:%S},123",
    "T": lambda time: f"T{time:%H:%M}",
    "t": lambda time: f"t{time:%H:%M:%S}",
    "T fraction": lambda time: f"T{time:%H:%M:%S}.{time.microsecond // 1000:03d}",
    "beijing": lambda time: f"T{time:%H:%M:%S}+08:00",
    "short zone": lambda time: f" {time:%H:%M:%S} +0800",
    "时分": lambda time: f" {time.hour}时{time.minute}分",
    "时": lambda time: f" {time.hour}时",
    "点": lambda time: f" {time.hour}点{time.minute:02d}",
    "时分秒": lambda time: f" {time.hour}时{time.minute}分{time.second}秒",
    "han": lambda time: f" {_han(time.hour) or '零'}时{_han(time.minute) or '零'}分",
    "上午": lambda time: f" 上午{time.hour % 12}:{time:%M}",
    "下午": lambda time: f" 下午 {time.hour % 12}时{time.minute}分",
    "PM": lambda time: f" {time:%I:%M:%S} PM",
    "am": lambda time: f" {time:%I:%M}am",
    "24": lambda time: " 24:00:00",
    "half of the day": lambda time: " 上午",
}
days = st.dates(dt.date(1990, 1, 1), TODAY)
times = st.times()


def value_of(column, cell):
    """What a column makes of a cell, with the reasons that keep the row waiting and those that are only told."""
    draft = Draft("表", 2, {column.code: cell}, TODAY)
    column.clean(draft)
    return draft.values[column.attribute], draft.problems, draft.warnings


@given(
    st.sampled_from(COLUMNS), days, times, st.sampled_from(sorted(DAYS)), st.sampled_from(sorted(TIMES)), st.booleans()
)
def test_every_written_day_reads_back_with_every_time(column, day, time, style, form, wide):
    cell = DAYS[style](day) + TIMES[form](time)
    assert value_of(column, cell.translate(_WIDE) if wide else cell) == (day, [], []), cell


@pytest.mark.parametrize("form", TIMES)
@pytest.mark.parametrize("style", DAYS)
def test_each_pair_once(style, form):
    day, time = dt.date(2026, 3, 1), dt.time(10, 5, 9, 250_000)
    assert read_date(DAYS[style](day) + TIMES[form](time)) == day


@given(st.sampled_from(COLUMNS), days, times)
def test_cells_and_serial_numbers_with_a_time(column, day, time):
    serial = (day - dt.date(1899, 12, 30)).days + (time.hour * 60 + time.minute) / 1440
    cells = [
        dt.datetime.combine(day, time),
        serial,
        str(serial),
        f"{day:%Y%m%d}{time:%H%M%S}",
        f"{day:%Y%m%d}T{time:%H%M}",
    ]
    assert [value_of(column, cell) for cell in cells] == [(day, [], [])] * len(cells)


@given(days, times, st.integers(-12, 14))
def test_a_zone_changes_no_day(day, time, hours):
    """A moment that is the same day in Beijing is that day; any other is not guessed."""
    zone = dt.timezone(dt.timedelta(hours=hours))
    moment = dt.datetime.combine(day, time.replace(fold=0), zone)
    in_beijing = moment.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    written = [moment.isoformat(), *([moment.isoformat().replace("+00:00", "Z")] if not hours else [])]
    for cell in written:
        if in_beijing == day:
            assert read_date(cell) == day
        else:
            with pytest.raises(UnclearDateError):
                read_date(cell)


@pytest.mark.parametrize(
    ("written", "hour"), [("12:30 AM", 0), ("12:30 PM", 12), ("上午12:30", 12), ("下午12:30", 12), ("下午1:30", 13)]
)
def test_the_hours_around_noon_and_midnight(written, hour):
    _day, time = split_time(f"2026/3/1 {written}")
    assert time.since_midnight == dt.timedelta(hours=hour, minutes=30)


def test_the_second_that_a_clock_may_show():
    assert split_time("2026/3/1 23:59:60")[1].since_midnight == dt.timedelta(days=1)
    for second in (61, 62):
        with pytest.raises(NoSuchTimeError):
            split_time(f"2026/3/1 23:59:{second}")


UNCLEAR = [
    "2026/3/110:00",
    "2026/3/1 1",
    "2026/3/1 1 10:00",
    "2026-3-111:30:00",
    "2026年3月110:00",
    "2026年3月1 1",
    "2026/3/1 25:00",
    "2026/3/1 10:75",
    "2026/3/1 24:30",
    "2026-02-28T16:00:00Z",
    "2026-03-01T20:00:00-05:00",
    "3/1/2026",
    "3/1/2026 10:00",
    "26/3/1",
    "26.3.1 10:00",
    "2026 3 1",
    "2026/3/1 上午下午",
]


@pytest.mark.parametrize("cell", UNCLEAR)
@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.code)
def test_what_may_be_two_days_waits_in_every_column(column, cell):
    value, problems, warnings = value_of(column, cell)
    assert (value, warnings) == (None, [])
    (problem,) = problems
    assert cell.split()[0][:8] in problem.reason


@pytest.mark.parametrize(
    "cell", ["不详", "三年", "自公示之日起三个月", "2026/3/1-2026/3/5", "2026年3月1日至2027年2月28日"]
)
def test_words_and_periods_are_told_and_left_out(cell):
    (column,) = (one for one in COLUMNS if one.code == "CF_GSJZQ")
    value, problems, warnings = value_of(column, cell)
    assert (value, problems) == (None, [])
    assert len(warnings) == 1


@pytest.mark.parametrize("cell", ["2026/3/1¹", "2026/3/①"])
def test_marks_of_footnotes_are_no_digits(cell):
    with pytest.raises(UnreadableDateError):
        read_date(cell)


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_whole_row_with_times(tmp_path, write):
    cells = {"CF_JDRQ": "2026/3/1 10:00", "CF_YXQ": "2026年9月1日上午10:00", "CF_GSJZQ": "2027-03-01T10:00:00"}
    suffix = write.__name__.removeprefix("write_")
    (one,) = read(write(tmp_path / f"a.{suffix}", [LABELS, row(**cells)])).rows
    assert one.problems == ()
    read_back = (one.data.decided_on, one.data.effect_until, one.data.declared_window_end)
    assert read_back == (dt.date(2026, 3, 1), dt.date(2026, 9, 1), dt.date(2027, 3, 1))
