"""What says of somebody that he or she is under 18: an age, a word, a day of birth."""

import re
from datetime import date

from privacy.detection.names import BLANK, name_at
from privacy.detection.today import today_in_china

_B = f"{BLANK}*"
_GROWN = 18  # 未成年人保护法 2
_COUNTED = (
    r"(?:(?<!\d)(?:1[0-7]|[1-9])(?!\d)|(?<![一二三四五六七八九十百])(?:十[一二三四五六七]{0,2}|[一二三四五六七八九]))"
)
_BELOW = rf"(?:不满|未满|不足){_B}(?:1[0-8]|[1-9]|十[一二三四五六七八]?|[一二三四五六七八九])"
_SPAN = rf"(?:{_B}(?:半|零?{_B}[一二三四五六七八九十\d]{{1,2}}{_B}个月))?"
_YEARS = rf"(?:{_BELOW}|{_COUNTED}){_B}周?岁{_SPAN}"
_KIN = "其子|其女|其儿子|其女儿|其弟|其妹|其孙子|其孙女|其孙|儿子|女儿|长子|次子|长女|次女"
_PUPIL = "(?:在校)?(?:小学|初中|高中|中学|中专|职高|技校)?(?:在校)?学?生"
# Between a name and an age: sex, people, relation, school.
_TRAITS = rf"{_B}[,(]?{_B}(?:(?:[男女](?:性|孩|童|生)?|[\u3400-\u9fff]{{1,3}}族|{_KIN}|{_PUPIL}){_B}[,、]?{_B}){{0,3}}"
_TOLD = (
    "(?P<all>均|都|皆)?(?:(?:案发|事发|事故发生)时|今年|当年|当时|现在|时|现|系|是|为|属)?"
    rf"(?:年仅|年约|年龄|年满|年方|时年|年|约|仅|才|刚满|刚|已满)?{_B}[:为]?{_B}"
)
_DATE = rf"(?P<year>\d{{4}}){_B}[年./-]{_B}(?P<month>\d\d?){_B}[月./-]{_B}(?P<day>\d\d?)(?:{_B}日)?"
AGE = re.compile(rf"{_TRAITS}{_TOLD}(?:{_YEARS}|(?:系|属|是|为)?未成年)")
_BORN = re.compile(rf"{_TRAITS}{_DATE}{_B}出?生")
_BORN_ON = re.compile(rf"{_TRAITS}(?:出生|生)于{_B}{_DATE}")
_WHO = (
    "小?男孩|小?女孩|男童|女童|儿童|少年|少女|男青年|女青年|男子|女子|孩子|小孩|幼童|幼儿|婴儿|未成年(?:人|子女)?|儿子|女儿"
    f"|(?:当事|被害|受害|被侵害)人|伤者|死者|工人|员工|童工|学徒|[男女]?{_PUPIL}"
)
# 年仅十五岁的男孩…: the age stands before the name.
_OF_NEXT = rf"(?:左右)?{_B}(?:的{_B}(?:{_WHO})?|(?:{_WHO}))"
BEFORE = re.compile(rf"{_YEARS}{_OF_NEXT}")
# 17岁的架子工…, 童工…: what follows may be a name as well as an act (高处作业), so a person looks.
_TRADE = "[\u3400-\u9fff]{1,3}工|实习生|行人|路人|[男女]婴"
PERHAPS_BEFORE = re.compile(rf"{_YEARS}{_B}的?{_B}(?:{_TRADE})|童工|未成年(?:职|女|男)?工")
_NEXT = re.compile(rf"(?:人|{_OF_NEXT})")
# Wherever an age may end.
MARK = re.compile(r"未成年|岁|[日\d]\s?出?生|生于")


def is_young(text: str, end: int) -> re.Match[str] | None:
    """What behind a name says that its bearer is a minor; None when nothing does."""
    told = AGE.match(text, end)
    if told:
        return None if _is_of_the_next(text, told) else told
    born = _BORN.match(text, end) or _BORN_ON.match(text, end)
    return born if born and _is_below(born) else None


def _is_of_the_next(text: str, told: re.Match[str]) -> bool:
    """王五，15岁的赵小六: the age belongs to the name behind it."""
    more = _NEXT.match(text, told.end()) if "," in told.group() and "(" not in told.group() else None
    return more is not None and name_at(text, more.end()) is not None


def _is_below(born: re.Match[str]) -> bool:
    try:
        day = date(int(born["year"]), int(born["month"]), int(born["day"]))
    except ValueError:
        return False
    today = today_in_china()
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return 0 <= age < _GROWN


ENDS = (AGE, _BORN, _BORN_ON)
