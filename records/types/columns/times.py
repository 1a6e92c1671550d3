"""The time that some offices write behind a date: it is split off before any blank is taken away.

``2026/3/1 10:00`` without its blank would be the 11th at 0:00, so a time is only taken where something parts it from
the day: a blank, the ``T`` of ISO 8601, 日 or 号, or a day that is written with all eight digits.
"""

import datetime as dt
import re
from dataclasses import dataclass

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN = r"[〇○零一二三四五六七八九十]{1,3}"
_NUMBER = rf"(?:\d\d?|{_HAN})"
_PERIOD = r"(?:上午|下午|中午|正午|凌晨|早上|早晨|清晨|傍晚|晚上|晚间|夜间|晚|早|AM|PM)"
_CLOCK = (
    r"(?:(?P<h>\d\d?) ?: ?(?P<mi>\d\d)(?: ?: ?(?P<s>\d\d)(?:[.,]\d+)?)?"
    rf"|(?P<hh>{_NUMBER}) ?[时点](?:整|半| ?[一三]刻| ?(?P<hmi>{_NUMBER})(?: ?分(?:整| ?(?P<hs>{_NUMBER}) ?秒)?)?)?)"
)
_ZONE = r"(?: ?(?P<zone>Z|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?|UTC|GMT|北京时间))?"
_GAP = r"(?:[T ]|(?<=[日号])|(?<=^\d{8}))"
_TIMED = re.compile(
    rf"^(?P<day>.*?){_GAP} ?(?:(?P<period>{_PERIOD}) ?)?(?:{_CLOCK})(?: ?(?P<after>AM|PM))?{_ZONE}$", re.IGNORECASE
)
_PERIOD_ALONE = re.compile(rf"^(?P<day>.*?){_GAP}{_PERIOD}$", re.IGNORECASE)
_RUN = re.compile(r"^(?P<day>\d{8})[T ]?(?P<h>\d\d)(?P<mi>\d\d)(?P<s>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?$", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d?)(?::?(\d\d))?$")
_AFTER_NOON = frozenset({"下午", "傍晚", "晚上", "晚间", "夜间", "晚", "PM"})
BEIJING = dt.timedelta(hours=8)


class NoSuchTimeError(ValueError):
    """What looks like a time is none, such as 25:99."""


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """Time since the beginning of the written day; ``offset`` is that of a zone, ``None`` where none is written."""

    since_midnight: dt.timedelta
    offset: dt.timedelta | None = None

    def day_in_beijing(self, day: dt.date) -> dt.date:
        """The day it is in Beijing at this time of a day."""
        if self.offset is None or self.offset == BEIJING:
            return day
        return (dt.datetime.combine(day, dt.time()) + self.since_midnight - self.offset + BEIJING).date()


def split_time(text: str) -> tuple[str, WrittenTime | None]:
    """A half-width text with single blanks as day and time; the whole text and ``None`` when it ends in no time.

    Raises ``NoSuchTimeError``.
    """
    if match := _TIMED.match(text) or _RUN.match(text):
        return match["day"].strip(), _time(match.groupdict())
    if match := _PERIOD_ALONE.match(text):
        return match["day"].strip(), None
    return text, None


def small_number(text: str) -> int:
    """Digits or Chinese numerals below one hundred: 十 is 10, 二十 20, 十一 11, 三十一 31, 〇五 5."""
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, ones = text.split("十", 1)
    return int(f"{tens.translate(_DIGITS) or '1'}{ones.translate(_DIGITS) or '0'}")


def _time(found: dict[str, str | None]) -> WrittenTime:
    parts = (found["h"] or found.get("hh"), found["mi"] or found.get("hmi"), found["s"] or found.get("hs"))
    try:
        hour, minute, second = (small_number(part) if part else 0 for part in parts)
    except ValueError as error:
        raise NoSuchTimeError from error
    # 24:00 is the end of the day that is written; clocks show a leap second as 60.
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise NoSuchTimeError
    half = (found.get("period") or found.get("after") or "").upper()
    if half in _AFTER_NOON and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    return WrittenTime(dt.timedelta(hours=hour, minutes=minute, seconds=second), _offset(found["zone"]))


def _offset(zone: str | None) -> dt.timedelta | None:
    if not zone:
        return None
    if zone == "北京时间":
        return BEIJING
    match = _OFFSET.search(zone)
    if match is None:
        return dt.timedelta()
    size = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if size > dt.timedelta(hours=14):
        raise NoSuchTimeError
    return -size if match[1] == "-" else size
