"""Numbers and codes are found inside a question, whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import find_numbers, normalise_number
from search.forms import SearchQuery
from search.plan import CODE, NUMBER, WHOLE, SearchPlan, make_plan
from tests.factories import questions

MARKS = st.sampled_from(["兴住建罚决字", "盘自然罚字", "行政处罚决定书", "温鹿综法处字", "建罚", ""])
AROUND = st.text(alphabet="文号案燃气处罚决定书，。：；、“”！？ 扬尘AB-—/", max_size=12)


def plan(words: str) -> SearchPlan:
    return make_plan(SearchQuery.of(words))


@pytest.mark.parametrize("written", questions.FORMS)
def test_a_number_is_found_inside_anything(written: str):
    for surroundings in questions.SURROUNDINGS:
        found = plan(surroundings.format(written))
        assert normalise_number(questions.NUMBER) in found.named, surroundings
        assert all(group.is_identifier for group in found.groups), surroundings
        assert found.relax() is None


@pytest.mark.parametrize("written", [questions.CODE, questions.CODE.lower(), "91211103 MA0UC1234X"])
def test_a_code_is_found_inside_anything(written: str):
    for surroundings in questions.SURROUNDINGS:
        (group,) = plan(surroundings.format(written)).groups
        assert questions.CODE in [one.text for one in group.alternatives if one.kind == CODE], surroundings


@given(MARKS, st.integers(1, 9999), AROUND, AROUND)
def test_what_is_meant_is_among_the_forms(mark: str, serial: int, before: str, after: str):
    written = f"{mark}〔2026〕{serial}号"
    if not mark:
        before += "，"  # else its last letters are a mark
    assert written in plan(f"{before}{written}{after}").named


@given(st.text(alphabet="〔〕2026年第162号罚决字-之一A \u3000，", max_size=40))
def test_any_text_is_read_and_places_lie_in_it(text: str):
    for found in find_numbers(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.forms[0] == found.number.normalised
    plan(text)


def test_the_rest_stays_words():
    found = plan("文号：兴住建罚决字〔2026〕162号 燃气")
    assert [group.typed for group in found.beside] == ["文号：", "燃气"]
    assert [group.typed for group in plan("燃气 扬尘").groups] == ["燃气", "扬尘"]


def test_several_numbers_are_a_choice():
    found = plan("兴住建罚决字〔2026〕162号、〔2025〕7号")
    assert len(found.groups) == 1
    numbers = [one.terms[1:] for one in found.groups[0].alternatives if one.kind == NUMBER]
    assert numbers == [("2026", "162"), ("2025", "7")]


def test_a_serial_keeps_its_letters_and_nothing_else():
    for written in ("兴住建罚决字〔2026〕162A号", "兴住建罚决字〔2026〕2-306号", "兴住建罚决字〔2026〕162之一号"):
        assert written in plan(f"文号：{written}燃气").named
    assert "兴住建罚决字〔2026〕162续号" in plan("兴住建罚决字〔2026〕162续号").named


def test_letters_that_are_no_mark_need_not_stand_in_the_number():
    kinds = [(one.kind, one.terms) for one in plan("查询〔2026〕162号").groups[0].alternatives]
    assert (NUMBER, ("", "2026", "162")) in kinds
    assert all(
        one.terms[:1] == ("兴住建罚决字",) for one in plan(questions.NUMBER).groups[0].alternatives if one.kind != WHOLE
    )
