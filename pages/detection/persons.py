"""Names of persons other than the punished, and of minors: a name is believed where a role or an age says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pages.detection.hit import Hit, HitKind
from pages.detection.plain import UNSEEN, before
from pages.detection.surnames import COMPOUND, NOT_NAMES, SINGLE

# Whoever has this role is not the one who is punished.
_SURE_ROLES = (
    "目击证人|证人|委托代理人|代理人|受托人|第三人|联系人|举报人|投诉人|信访人|检举人|监护人|受害人|被害人|被侵害人|伤者|死者|遇难者"
    "|见证人|在场人|被询问人|邻居|配偶|妻子|丈夫|儿子|女儿|父亲|母亲|其父|其母|其妻|其夫|其子|其女|收件人|代收人|承租人|租户"
)
# These may be the punished one, or someone whose name is public by his office.
_DOUBTFUL_ROLES = (
    "法定代表人|现场负责人|项目负责人|施工负责人|项目经理|总监理工程师|安全员|业主|房主|户主|工人|员工|职工"
)
_MINOR_ROLES = "未成年人|未成年子女|未成年儿子|未成年女儿|未成年|少年|儿童|男童|女童"
_REPRESENTATIVE = "法定代表人"
_B = rf"[\s{UNSEEN}]"
_INTRO = re.compile(rf"(?P<minor>{_MINOR_ROLES})|(?P<sure>{_SURE_ROLES})|(?P<doubt>{_DOUBTFUL_ROLES})")
_ROLES = tuple({*_SURE_ROLES.split("|"), *_DOUBTFUL_ROLES.split("|"), *_MINOR_ROLES.split("|")})
_LINK = re.compile(rf"(?:{_B}|姓名|名叫|[:为是系叫(“\"、])" + "{0,8}")
_LINKS = frozenset("人的是为系对与和及向由名子女母父者员工")
_FIRST = SINGLE | {name[0] for name in COMPOUND}
_HAN = re.compile(r"[\u3400-\u9fff]")
_NO_NAME = frozenset(
    "某的是在了和与及等为被将称到因未对向从已系于由并或也其该此不之所者人认拒应须可均同至把给让经说有无后前中内外上下年月日号"
)
_END = re.compile(
    rf"{_B}*(?:$|[^\u3400-\u9fff]|身份|公民|电话|手机|联系|男|女|的|证言|证实|证明|陈述|称|表示|到场"
    r"|在|签|确认|询问|调查|系|于|向|与|和|及|等|现|住|因|未|已|说|认为|反映|提供|出具|作|同意|拒|是|为|被|到|将|从|对|先生|女士|本人|代|收|参|接|之"
    r"|年|生|经|由|自|给|把|均|也|又|曾|后|一|两|受|指|告|投|举|要求|申|承|负|擅|违|有|无|不|可|所|户|家|以|其|没|并|或|且|委托)"
)
_AGE = re.compile(
    rf"{_B}*[,，(（]?{_B}*(?:[男女]{_B}*[,，、]?{_B}*)?(?:现?年|年仅|年龄|未满|不满|未成年|时年)?{_B}*[:为]?{_B}*"
    rf"(?:(?:1[0-7]|[1-9])(?!\d){_B}*周?岁|(?:十[一二三四五六七]?|[一二三四五六七八九])周?岁|(?:系|属|是|为)?未成年|(?:不满|未满)(?:1[0-8]|十[一二三四五六七八])周?岁)"
)
_BEFORE_IDENTITY = re.compile(rf"{_B}*[,，(（:：]?{_B}*(?:[男女][,，、]?)?(?:居民|公民)?身份(?:证|号)")
_PUNISHED = re.compile(r"(?:当事人|被处罚人|相对人|申请人|被申请人)[:：为是系(（]{0,2}$")
_STARTS = re.compile(r"未成年|岁|身份证|身份号")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place; ``bounded``: what follows says that it ends there."""

    start: int
    end: int
    bounded: bool


def find_persons(text: str, original: str, representatives: bool = True) -> Iterator[Hit]:
    """Names behind roles, before ages below 18 and before identity numbers.

    ``representatives``: whether names of legal representatives are asked about (they stand in the public register).
    """
    for intro in _INTRO.finditer(text) if any(word in text for word in _ROLES) else ():
        if intro.group() == _REPRESENTATIVE and not representatives:
            continue
        yield from _behind(intro, text, original)
    if "岁" in text or "未成年" in text or "身份" in text:
        yield from _by_what_follows(text, original)


def _behind(intro: re.Match[str], text: str, original: str) -> Iterator[Hit]:
    link = _LINK.match(text, intro.end())
    place = link.end() if link else intro.end()
    name = name_at(text, place)
    told = ":" in text[intro.end() : place]
    if name is None or not (name.bounded or told):
        return
    minor = bool(intro["minor"]) or bool(_AGE.match(text, name.end))
    kind = HitKind.MINOR if minor else HitKind.NAME
    sure = name.bounded and (minor or bool(intro["sure"]))
    yield Hit(name.start, name.end, kind, original[name.start : name.end], sure)


def _by_what_follows(text: str, original: str) -> Iterator[Hit]:
    """Names with an age below 18 or an identity number behind them."""
    for match in _STARTS.finditer(text):
        for start in range(max(0, match.start() - 18), match.start()):
            if text[start] not in _FIRST or not _opens(text, start):
                continue
            name = name_at(text, start, ends=(_AGE, _BEFORE_IDENTITY))
            if name is None or not name.bounded:
                continue
            if _AGE.match(text, name.end):
                yield Hit(name.start, name.end, HitKind.MINOR, original[name.start : name.end], True)
            elif not _PUNISHED.search(before(text, start, 8)):
                yield Hit(name.start, name.end, HitKind.NAME, original[name.start : name.end], False)
            break


def _opens(text: str, start: int) -> bool:
    """Whether a name may begin here: not within a word, or after a word of address or a link."""
    return start == 0 or text[start - 1] in _LINKS or not _HAN.match(text[start - 1])


def name_at(text: str, place: int, ends: tuple[re.Pattern[str], ...] = (_END,)) -> Name | None:
    """The name that begins at this place, unseen characters and blanks between its characters allowed."""
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
    if len(chars) < 2:
        return None
    first_two = text[chars[0]] + text[chars[1]]
    compound = first_two in COMPOUND
    if first_two in NOT_NAMES or not (compound or text[chars[0]] in SINGLE):
        return None
    lengths = [size for size in ((4, 3) if compound else (3, 2)) if size <= len(chars)]
    for size in lengths:
        end = chars[size - 1] + 1
        if any(pattern.match(text, end) for pattern in ends):
            return Name(place, end, bounded=True)
    return Name(place, chars[lengths[0] - 1] + 1, bounded=False) if lengths else None
