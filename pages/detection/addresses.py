"""Where a person lives. The place of a violation and a company's seat are no personal addresses."""

import re
from collections.abc import Iterator

from pages.detection.hit import Hit, HitKind
from pages.detection.plain import UNSEEN

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
_PART = rf"(?:[\s{UNSEEN},，]{{0,3}}[\u3400-\u9fffA-Za-z0-9#\-·()]{{1,18}}?(?:{_SMALL}|{_LARGE}))"
_ADDRESS = re.compile(rf"{_PART}{{2,14}}(?:{_B}{{0,2}}[0-9]{{1,4}}(?![0-9年月日元万]))?")


def _spaced(words: str) -> str:
    """A pattern for words, also with blanks or unseen characters between their characters."""
    return "|".join(f"{_B}{{0,2}}".join(word) for word in words.split("|"))


_INTRO = re.compile(
    rf"(?P<sure>{_spaced(_CERTAIN_WORDS)}|(?<![居暂租现家入常同])住(?![房宅所建户院址宿]))|(?P<doubt>{_spaced(_DOUBTFUL_WORDS)})"
)
_AFTER_INTRO = re.compile(rf"(?:{_B}|[:为是系在于“\"])" + "{0,6}")
_DETAIL = re.compile(rf"(?:{_SMALL})")
# A room in a house, said of nobody: perhaps somebody's home, perhaps the place of a violation.
_ROOM = re.compile(
    rf"\d{{1,4}}{_B}?(?:号楼|栋|幢|座|号|#楼?){_B}?(?:\d{{1,2}}{_B}?(?:单元|门){_B}?)(?:\d{{1,2}}层{_B}?)?\d{{1,5}}{_B}?(?:室|户|号)?"
)


def find_addresses(text: str, original: str) -> Iterator[Hit]:
    """Addresses behind words of residence (certain), of delivery (doubtful), and single rooms (doubtful)."""
    if any(char in text for char in "住籍址居"):
        for intro in _INTRO.finditer(text):
            start = _after(text, intro.end())
            found = _ADDRESS.match(text, start)
            if found and _DETAIL.search(found.group()):
                start += len(found.group()) - len(found.group().lstrip(f" \t\r\n,，{UNSEEN}"))
                yield Hit(start, found.end(), HitKind.ADDRESS, original[start : found.end()], bool(intro["sure"]))
    if "单元" in text or "门" in text:
        for room in _ROOM.finditer(text):
            yield Hit(room.start(), room.end(), HitKind.ADDRESS, original[room.start() : room.end()], False)


def _after(text: str, place: int) -> int:
    match = _AFTER_INTRO.match(text, place)
    return match.end() if match else place
