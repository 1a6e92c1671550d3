"""Where a person lives. The place of a violation and a company's seat are no personal addresses."""

import re
from collections.abc import Iterator

from privacy.detection.hit import Hit, HitKind
from privacy.detection.plain import UNSEEN

_B = rf"[\s{UNSEEN}]"
_CERTAIN_WORDS = (
    "家庭住址|家庭地址|家庭住所|现住址|现住地|现居住地|现居|身份证住址|身份证地址|身份证载明住址|户籍所在地|户籍地址|户籍地"
    "|户口所在地|经常居住地|居住地址|居住地|居住于|居住在|暂住地|暂住于|暂住在|租住于|租住在|租住|家住|现住|住址|住宅地址"
)
_DOUBTFUL_WORDS = "住所地|通讯地址|通信地址|邮寄地址|联系地址|送达地址|收件地址"
_SMALL = (
    "街道|大街|胡同|小区|花园|家园|公寓|号楼|单元|自然村|社区|大道|路|街|巷|弄|里|镇|乡|村|屯|组|队|栋|幢"
    "|座|号|室|户|楼|层|苑|园"
)
_LARGE = "自治区|自治州|自治县|自治旗|省|市|区|县|旗|盟|州"
_LARGER = frozenset(_LARGE.split("|"))
_SIGN = r"(?:[\u3400-\u9fffA-Za-z0-9#\-·]|\([^()。;]{1,12}\))"
_PART = re.compile(rf"(?P<gap>[\s{UNSEEN},]{{0,3}})(?P<words>{_SIGN}{{1,18}}?(?P<last>{_SMALL}|{_LARGE}))")
_MOST_PARTS = 14
# Behind the number of a house a clause may follow; none of these stands in the name of a place there.
_CLAUSE = re.compile(r"[的了在并擅该被拒未因将其是有系经向对从已并且及与和]")
_HOUSE = re.compile(r"(?:号|室|户|层|楼|栋|幢|座|单元)$")
_BRACKETS = re.compile(r"\([^()]*\)")
_ANYWHERE = re.compile(r"[的了并擅该]|(?<!现)在")
# After a comma goes on only what is itself a place, or a number.
_GOES_ON = re.compile(rf"[0-9A-Za-z]|[\u3400-\u9fff]{{1,8}}?(?:{_LARGE}|街道|大街|大道|路|街|镇|乡|村)")
_TAIL = re.compile(rf"{_B}{{0,2}}(?:[0-9]{{1,4}}(?![0-9年月日元万])|\([^()。;]{{0,16}}(?:{_SMALL})[^()。;]{{0,4}}\))")


def _spaced(words: str) -> str:
    """A pattern for words, also with blanks or unseen characters between their characters."""
    return "|".join(f"{_B}{{0,2}}".join(word) for word in words.split("|"))


_INTRO = re.compile(
    rf"(?P<sure>{_spaced(_CERTAIN_WORDS)}|(?<![居暂租现家入常同])住(?![房宅所建户院址宿]))|(?P<doubt>{_spaced(_DOUBTFUL_WORDS)})"
)
_AFTER_INTRO = re.compile(rf"(?:{_B}|[:为是系在于“\"])" + "{0,6}")
# A room in a house, said of nobody: perhaps somebody's home, perhaps the place of a violation.
_ROOM = re.compile(
    rf"\d{{1,4}}{_B}?(?:号楼|栋|幢|座|号|#楼?){_B}?(?:\d{{1,2}}{_B}?(?:单元|门){_B}?)(?:\d{{1,2}}层{_B}?)?\d{{1,5}}{_B}?(?:室|户|号)?"
)


def find_addresses(text: str, original: str) -> Iterator[Hit]:
    """Addresses behind words of residence (certain), of delivery (doubtful), and single rooms (doubtful)."""
    if any(char in text for char in "住籍址居"):
        for intro in _INTRO.finditer(text):
            start = _after(text, intro.end())
            end = _end(text, start)
            if end:
                start += len(text[start:end]) - len(text[start:end].lstrip(f" \t\r\n,{UNSEEN}"))
                yield Hit(start, end, HitKind.ADDRESS, original[start:end], bool(intro["sure"]))
    if "单元" in text or "门" in text:
        for room in _ROOM.finditer(text):
            yield Hit(room.start(), room.end(), HitKind.ADDRESS, original[room.start() : room.end()], False)


def _after(text: str, place: int) -> int:
    match = _AFTER_INTRO.match(text, place)
    return match.end() if match else place


def _end(text: str, place: int) -> int:
    """Where the address that begins here ends; 0 when it does not come down to a street, a village or a house."""
    parts, detail, here = 0, False, place
    while parts < _MOST_PARTS and (part := _PART.match(text, here)) and _belongs(part, text, here, parts):
        parts, here = parts + 1, part.end()
        detail = detail or part["last"] not in _LARGER
    if parts < 2 or not detail:
        return 0
    tail = _TAIL.match(text, here)
    return tail.end() if tail else here


def _belongs(part: re.Match[str], text: str, here: int, parts: int) -> bool:
    """Whether a part goes on with the address rather than with the sentence."""
    words = _BRACKETS.sub("", part["words"])
    if _ANYWHERE.search(words) or (parts and "," in part["gap"] and not _GOES_ON.match(part["words"])):
        return False
    return not (parts and _HOUSE.search(text[max(0, here - 2) : here]) and _CLAUSE.search(words))
