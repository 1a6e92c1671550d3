"""What is masked for certain leaves the rest of the sentence as it was typed."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.detection import detect, mask
from tests.unit.privacy.detection.generated import PRIVATE, PUBLIC, name

SPOKEN = (
    "经查，该单位于2026年3月1日擅自施工。",
    "现场有塔式起重机（辽L-T00317）一台；",
    "年仅、年满、年约等词不是姓名，",
    "公民身份号码已核对、",
    "罚款人民币壹万元整（¥10,000.00）。",
    "依据《建设工程质量管理条例》第五十七条，",
    "并擅自拆改小区围墙。",
    "（以上）“属实”！",
)
CHILDREN = (
    "年仅十五岁的男孩{}在现场。",
    "一名年约九岁的女童{}（已送医），",
    "被害人{}（女，汉族，十二周岁）；",
    "不满14周岁的{}。",
    "未成年人{}、",
    "{}，年仅15岁。",
)


@st.composite
def sentences(draw):
    """(pieces that tell of nobody, what stands between them)."""
    r = random.Random(draw(st.integers(0, 2**32)))
    outer, inner = [draw(st.sampled_from(("", *SPOKEN)))], []
    for _turn in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            _kind, maker, frames = draw(st.sampled_from(PRIVATE))
        else:
            maker, frames = name, CHILDREN
        before, after = draw(st.sampled_from(frames)).split("{}")
        maker_of_none, frames = draw(st.sampled_from(PUBLIC))
        further = draw(st.sampled_from((*SPOKEN, draw(st.sampled_from(frames)).format(maker_of_none(r)))))
        outer[-1] += before
        inner.append(maker(r))
        outer.append(after + further)
    return outer, inner


def rewritten(text):
    return mask(text, [hit for hit in detect(text) if hit.certain])


@settings(max_examples=120, deadline=None)
@given(sentences())
def test_the_other_characters_of_the_sentence_stay(sentence):
    outer, inner = sentence
    text = outer[0] + "".join(a + b for a, b in zip(inner, outer[1:], strict=True))
    shown = rewritten(text)
    assert re.fullmatch("(.{1,40}?)".join(map(re.escape, outer)), shown), (text, shown)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*SPOKEN, *"年岁住址号（）()，。·-0158 \u200b男女子某王刘张〇一十", "家住", "盘锦市兴隆台区石油大街112号",
             "证人", "13812345678", "（138）", "12345678", "身份证", "211103199001011230", "未成年人", "15岁", "辽L-",
             "T00317", "12345", "zhang@qq.com", "刘子轩", "辽（2023）", "不动产权第0012345号"]
        ),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_every_certain_hit_can_be_cut_out_of_both(text):
    hits = [hit for hit in detect(text) if hit.certain]
    shown = rewritten(text)
    place = 0
    for before, after in zip([0, *(hit.end for hit in hits)], [*(hit.start for hit in hits), len(text)], strict=True):
        kept = text[before:after]
        found = shown.find(kept, place)
        assert found >= 0
        place = found + len(kept)
    assert shown.endswith(text[hits[-1].end :] if hits else text)
    assert balance(text) == balance(shown)
    assert [char for char in shown if char in "。；：、“”！？"] == [char for char in text if char in "。；：、“”！？"]


def balance(text):
    """How far brackets are from being closed, as a reader of either width sees it."""
    return sum({"（": 1, "(": 1, "）": -1, ")": -1}.get(char, 0) for char in text)
