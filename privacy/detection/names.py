"""A Chinese personal name at its place in running text: where it begins, and what says that it ends."""

import re
from dataclasses import dataclass

from privacy.detection.plain import UNSEEN
from privacy.detection.surnames import COMPOUND, NOT_NAMES, SINGLE

BLANK = rf"[\s{UNSEEN}]"
FIRST = SINGLE | {name[0] for name in COMPOUND}
_HAN = re.compile(r"[\u3400-\u9fff]")
_LINKS = frozenset("人的是为系对与和及向由名子女母父者员工孩童生")
# 施工时致…: what ends in 工 and is nobody.
_END_OF_WORK = re.compile(r"[施开竣完停复动]工$")
_NO_NAME = frozenset(
    "某的是在了和与及等为被将称到因未对向从已系于由并或也其该此不之所者人认拒应须可均同至把给让经说有无后前中内外上下年月日号岁"
)
# 年仅十五岁, 2012年: a word of ages and days far more often than a surname.
_OF_AGE = frozenset("仅满龄约近幼方少已届纪刚才不未将尚初〇零一二三四五六七八九十")
_AFTER_DIGIT = re.compile(r"[0-9〇零一二三四五六七八九十](?:\s?)$")
_ACTS = (
    "跌落|坠落|坠楼|坠亡|摔倒|摔下|溺水|溺亡|死亡|受伤|进入|走入|骑行|驾驶|玩耍|攀爬|掉入|落水|触电|打工|务工|作业|施工"
    "|违规|组织|实施|进行|购买|使用|前往|来到|离开"
)
END = re.compile(
    rf"{BLANK}*(?:$|[^\u3400-\u9fff]|身份|公民|电话|手机|联系|男|女|的|证言|证实|证明|陈述|称|表示|到场"
    r"|在|签|确认|询问|调查|系|于|向|与|和|及|等|现|住|因|未|已|说|认为|反映|提供|出具|作|同意|拒|是|为|被|到|将|从|对|先生|女士|本人|代|收|参|接|之"
    r"|年|生|经|由|自|给|把|均|也|又|曾|后|一|两|受|指|告|投|举|要求|申|承|负|擅|违|有|无|不|可|所|户|家|以|其|没|并|或|且|委托"
    rf"|{_ACTS})"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place; ``bounded``: what follows says that it ends there."""

    start: int
    end: int
    bounded: bool


def opens(text: str, start: int) -> bool:
    """Whether a name may begin here: not within a word, or after a word of address or a link."""
    if text[start] == "年" and _AFTER_DIGIT.search(text[max(0, start - 2) : start]):
        return False
    if _END_OF_WORK.search(text[max(0, start - 2) : start]):
        return False
    return start == 0 or text[start - 1] in _LINKS or not _HAN.match(text[start - 1])


def name_at(text: str, place: int, ends: tuple[re.Pattern[str], ...] = (END,)) -> Name | None:
    """The name that begins at this place, unseen characters and blanks between its characters allowed."""
    chars = _chars(text, place)
    if len(chars) < 2:
        return None
    first, second = text[chars[0]], text[chars[1]]
    compound = first + second in COMPOUND
    if not _begins_a_name(first, second, compound):
        return None
    lengths = [size for size in ((4, 3) if compound else (3, 2)) if size <= len(chars)]
    for size in lengths:
        end = chars[size - 1] + 1
        if any(pattern.match(text, end) for pattern in ends):
            return Name(place, end, bounded=True)
    return Name(place, chars[lengths[0] - 1] + 1, bounded=False) if lengths else None


def _chars(text: str, place: int) -> list[int]:
    """Places of up to four characters that may be a name's."""
    chars: list[int] = []
    here = place
    while here < len(text) and len(chars) < 4:
        if _HAN.match(text[here]):
            if chars and text[here] in _NO_NAME:
                break
            chars.append(here)
        elif not (chars and (text[here] == UNSEEN or (text[here] == " " and here - chars[-1] <= 2))):
            break
        here += 1
    return chars


def _begins_a_name(first: str, second: str, compound: bool) -> bool:
    if first + second in NOT_NAMES or (first == "年" and second in _OF_AGE):
        return False
    return compound or first in SINGLE
