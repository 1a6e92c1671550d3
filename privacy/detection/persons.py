"""Names of persons other than the punished, and of minors: a name is believed where a role or an age says so."""

import re
from collections.abc import Iterable, Iterator

from privacy.detection import ages
from privacy.detection.hit import Hit, HitKind
from privacy.detection.minors import find_minors, listed, minor
from privacy.detection.names import BLANK, FIRST, name_at, opens
from privacy.detection.plain import before, plain, squeeze

# Whoever has this role is not the one who is punished.
_SURE_ROLES = (
    "目击证人|证人|委托代理人|代理人|受托人|第三人|联系人|举报人|投诉人|信访人|检举人|监护人|受害人|被害人|被侵害人|伤者|死者|遇难者"
    "|见证人|在场人|被询问人|邻居|配偶|其儿子|其女儿|其妻子|其丈夫|其父亲|其母亲"
    "|妻子|丈夫|儿子|女儿|父亲|母亲|其父|其母|其妻|其夫|其子|其女|收件人|代收人|承租人|租户"
)
# These may be the punished one, or someone whose name is public by his office.
_DOUBTFUL_ROLES = (
    "法定代表人|现场负责人|项目负责人|施工负责人|项目经理|总监理工程师|安全员|业主|房主|户主|工人|员工|职工"
)
_MINOR_ROLES = (
    "未成年(?:人|的)?(?:子女|儿子|女儿|孩子|学生|男孩|女孩|伤者|死者|(?:当事|被害|受害|被侵害|相对)人)?|少年(?!宫|犯|法)|少女"
    "|儿童|男童|女童|男孩|女孩|幼童|幼儿|小学生|初中生|中学生|(?:小学|初中)学生"
)
_REPRESENTATIVE = "法定代表人"
_INTRO = re.compile(rf"(?P<minor>{_MINOR_ROLES})|(?P<sure>{_SURE_ROLES})|(?P<doubt>{_DOUBTFUL_ROLES})")
_LINK = re.compile(rf"(?:{BLANK}|姓名|名叫|[:为是系叫(“\"、])" + "{0,8}")
_BEFORE_IDENTITY = re.compile(rf"{BLANK}*[,，(（:：]?{BLANK}*(?:[男女][,，、]?)?(?:居民|公民)?身份(?:证|号)")
_PUNISHED = re.compile(r"(?:当事人|被处罚人|相对人|申请人|被申请人)[:：为是系(（]{0,2}$")
_IDENTITY = re.compile(r"身份证|身份号")
_WINDOW = 18  # characters before the word of identity in which its name begins
# Four, three or two characters of a name, also with something unseen between.
_LENGTHS = tuple(re.compile(rf"[\u3400-\u9fff](?:{BLANK}{{0,2}}[\u3400-\u9fff]){{{size - 1}}}") for size in (4, 3, 2))


def find_persons(text: str, original: str, representatives: bool = True) -> Iterator[Hit]:
    """Names behind roles, before or behind ages below 18, before identity numbers, and these names again elsewhere.

    ``representatives``: whether names of legal representatives are asked about (they stand in the public register).
    """
    found = [*_by_role(text, original, representatives), *find_minors(text, original)]
    if "身份" in text:
        found += _by_identity(text, original)
    yield from found
    yield from _again(found, text, original)


def _by_role(text: str, original: str, representatives: bool) -> Iterator[Hit]:
    for intro in _INTRO.finditer(text):
        if intro.group() != _REPRESENTATIVE or representatives:
            yield from _behind(intro, text, original)


def _behind(intro: re.Match[str], text: str, original: str) -> Iterator[Hit]:
    link = _LINK.match(text, intro.end())
    place = link.end() if link else intro.end()
    if intro["minor"]:
        yield from (minor(name, original) for name in listed(text, place) if name.bounded)
        return
    name = name_at(text, place)
    told = ":" in text[intro.end() : place]
    if name is None or not (name.bounded or told):
        return
    young = bool(ages.is_young(text, name.end))
    kind = HitKind.MINOR if young else HitKind.NAME
    sure = name.bounded and (young or bool(intro["sure"]))
    yield Hit(name.start, name.end, kind, original[name.start : name.end], sure)


def _by_identity(text: str, original: str) -> Iterator[Hit]:
    """Names with an identity number behind them."""
    for match in _IDENTITY.finditer(text):
        for start in range(max(0, match.start() - _WINDOW), match.start()):
            if text[start] not in FIRST or not opens(text, start):
                continue
            name = name_at(text, start, ends=(_BEFORE_IDENTITY,))
            told = _BEFORE_IDENTITY.match(text, name.end) if name else None
            if name is None or told is None or told.end() < match.start():
                continue
            if not _PUNISHED.search(before(text, start, 8)):
                yield Hit(name.start, name.end, HitKind.NAME, original[name.start : name.end], False)
            break


def _again(found: Iterable[Hit], text: str, original: str) -> Iterator[Hit]:
    """The names at the other places of the text: masked once and read in the next sentence helps nobody."""
    known: dict[str, Hit] = {}
    for hit in sorted(found, key=lambda one: (one.certain, one.kind == HitKind.MINOR)):
        known[squeeze(plain(hit.text))] = hit
    firsts = {name[0] for name in known}
    for start in (place for place, char in enumerate(text) if char in firsts):
        for pattern in _LENGTHS:
            match = pattern.match(text, start)
            first = known.get(squeeze(match.group())) if match else None
            if match and first:
                yield Hit(start, match.end(), first.kind, original[start : match.end()], first.certain)
                break
