"""Names of natural persons in public text: how a name is masked, and where it stands.

Which form is used is a setting (law.md 6.2: no national rule found); the default is surname + 某.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

FULL, SURNAME, HIDDEN = "full", "surname", "hidden"

# Two-character surnames in use; a name of two characters is never split after the second.
_COMPOUND_TEXT = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容
仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐
段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙
南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师
"""
_COMPOUND = frozenset(_COMPOUND_TEXT.split())
_HAN_NAME = re.compile(r"^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]+(?:[·•・‧][\u3400-\u9fff]+)+$")
_ORDER = "甲乙丙丁戊己庚辛壬癸"
# 18 characters with a real birth date in the middle (GB 11643); the check digit is not asked: a mistyped number is
# as private as a right one. A credit code never has that shape: its third to eighth characters are a division code.
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_HIDDEN_PERSON = "当事人"


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """How names are shown: ``full``, ``surname`` (姓+某) or ``hidden``, by role."""

    person: str = SURNAME
    sole_trader: str = FULL
    representative: str = FULL

    def for_category(self, category: str) -> str:
        """The form for a party of this category (code of the vocabulary party_category)."""
        return {"person": self.person, "sole_trader": self.sole_trader}.get(category, FULL)


def surname(name: str) -> str:
    """The surname of a Chinese personal name; of a dotted or foreign name its first character."""
    return name[:2] if len(name) > 2 and name[:2] in _COMPOUND else name[:1]


def looks_personal(name: str) -> bool:
    """Whether a text has the shape of a person's name (2–4 Han characters, or a dotted one)."""
    return bool(_HAN_NAME.match(name))


def mask_name(name: str, form: str) -> str:
    """One name in one form."""
    if form == FULL or not name:
        return name
    return f"{surname(name)}某" if form == SURNAME else _HIDDEN_PERSON


@dataclass(slots=True)
class Masker:
    """Masks the same names the same way through all texts of one record.

    Two persons whose masked names would be equal are told apart by 甲, 乙, … in the order given.
    """

    pairs: dict[str, str] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Masker":
        """Build from (name, form) pairs; names in full form are left alone."""
        wanted = {name: form for name, form in names if form != FULL and len(name) >= 2}
        masked = {name: mask_name(name, form) for name, form in wanted.items()}
        twins = Counter(masked.values())
        seen: Counter[str] = Counter()
        for name, shown in masked.items():
            if twins[shown] > 1:
                masked[name] = f"{shown}{_ORDER[seen[shown] % len(_ORDER)]}"
                seen[shown] += 1
        return cls(masked, _compile(masked))

    def __call__(self, text: str) -> str:
        """Mask every known name and every identity number in a text."""
        if not text:
            return text
        if self._pattern is not None:
            text = self._pattern.sub(lambda match: self.pairs[_squeeze(match.group())], text)
        return mask_identity_numbers(text)


def mask_identity_numbers(text: str) -> str:
    """Replace the middle of every resident identity number (GB 11643) by stars."""
    return _IDENTITY.sub(lambda match: f"{match.group()[:2]}{'*' * 14}{match.group()[-2:]}", text)


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\ufeff]+", "", text)


def _compile(names: dict[str, str]) -> re.Pattern[str] | None:
    """Match names also when blanks stand between their characters; longer names first."""
    if not names:
        return None
    gap = r"[\s\u200b-\u200f\ufeff]*"
    parts = [gap.join(re.escape(char) for char in name) for name in sorted(names, key=len, reverse=True)]
    return re.compile("|".join(parts))
