"""Reading a question."""

import csv
from pathlib import Path

import pytest

from search.forms import SearchQuery
from search.plan import CODE, INITIALS, NUMBER, NUMBER_PART, PHRASE, SYLLABLES, SearchPlan, make_plan


def plan(words: str) -> SearchPlan:
    return make_plan(SearchQuery.of(words))


def kinds(words: str) -> list[list[str]]:
    return [[found.kind for found in group.alternatives] for group in plan(words).groups]


@pytest.mark.parametrize(
    "typed",
    [
        "兴住建罚决字〔2026〕1号",
        "兴住建罚决字[2026]第001号",
        "兴住建罚决字（2026）1号",
        "兴住建罚决字【2026】 第 1 号",
        "興住建罰決字﹝2026﹞1號",
    ],
)
def test_a_number_in_any_form_is_one_number(typed: str):
    group = plan(typed).groups
    assert len(group) == 1
    assert group[0].alternatives[0].kind == NUMBER
    assert group[0].alternatives[0].terms[1:] == ("2026", "1")


def test_year_and_serial_alone_are_a_number():
    assert plan("〔2025〕10号").groups[0].alternatives[0].terms == ("", "2025", "10")


def test_parts_of_numbers_and_codes():
    assert kinds("罚决字2026") == [[PHRASE, NUMBER_PART]]
    assert kinds("112111030012345672") == [[CODE]]
    assert kinds("91211103") == [[PHRASE, NUMBER_PART]]


def test_articles_are_asked_for_in_both_numerals():
    texts = [found.text for found in plan("《建筑法》第7条").groups[0].alternatives if found.kind == PHRASE]
    assert texts == ["建筑法第7条", "建筑法第七条"]


def test_everyday_words_become_legal_ones():
    texts = [found.text for found in plan("违建处罚").groups[0].alternatives]
    assert texts == ["违建处罚", "违法建设处罚", "违法建筑处罚"]


def test_latin_letters_may_be_pinyin():
    found = plan("lanlan").groups[0].alternatives
    assert [(one.kind, one.terms) for one in found[1:]] == [(SYLLABLES, ("lan", "lan")), (INITIALS, ())]
    assert kinds("bim") == [[PHRASE, INITIALS]]


def test_words_are_all_needed_and_signs_are_no_words():
    assert [group.typed for group in plan("扬尘 ， 金阳").groups] == ["扬尘", "金阳"]


def test_only_long_words_are_asked_loosely():
    assert plan("未取得施工许可证开工").relax() is not None
    assert plan("王小明").relax() is None
    assert plan("兴住建罚决字〔2026〕1号").relax() is None
    assert plan("112111030012345672").relax() is None


def test_without_words_the_newest_come_first():
    assert plan("").sort == "date"
    assert plan("施工").sort == "relevance"


@pytest.mark.shared_data
def test_every_real_number_is_read_with_year_and_serial():
    path = Path(__file__).parents[4] / "shared" / "data" / "text" / "document_numbers.csv"
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        found = plan(row["raw"]).groups[0].alternatives[0]
        assert (found.kind, found.terms[1:]) == (NUMBER, (row["year"], row["number"].lstrip("0"))), row["raw"]
