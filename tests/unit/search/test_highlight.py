"""Marks in results."""

from hypothesis import given
from hypothesis import strategies as st

from search.highlight import EXTRACT, extracts, marked


def test_whole_phrases_are_marked_through_signs_and_spellings():
    assert marked("违反《建筑法》第七条", ["建筑法第七条"]) == "违反《<mark>建筑法》第七条</mark>"
    assert marked("擅自施工許可", ["施工许可"]) == "擅自<mark>施工許可</mark>"


def test_without_the_whole_its_longest_parts_are_marked():
    assert marked("未取得许可擅自开挖", ["未取得施工许可"]) == "<mark>未取得许可</mark>擅自开挖"
    assert marked("无关文字", ["施工许可"]) == "无关文字"


def test_html_in_texts_is_shown_not_run():
    assert marked("<b>施工&", ["施工"]) == "&lt;b&gt;<mark>施工</mark>&amp;"


def test_extracts_stand_around_the_finds():
    text = "甲" * 300 + "未取得施工许可证" + "乙" * 300
    (piece,) = extracts(text, ["施工许可证"])
    assert "<mark>施工许可证</mark>" in piece
    assert piece.startswith("……")
    assert len(piece) < EXTRACT + 40


@given(st.text(alphabet="未取得施工许可证<>&，。 ab1", max_size=120), st.text(alphabet="施工许可证ab1", max_size=6))
def test_marking_changes_no_text(text: str, phrase: str):
    import html

    plain = marked(text, [phrase]).replace("<mark>", "").replace("</mark>", "")
    assert html.unescape(plain) == text
