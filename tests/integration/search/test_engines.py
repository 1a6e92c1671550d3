"""What every engine finds: the same tests on Elasticsearch, SQLite and PostgreSQL."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from records.models import PublicRecord
from search.service import Answer
from tests.factories.pages import make_decision, make_party

pytestmark = [pytest.mark.engine, pytest.mark.django_db]
Find = Callable[..., Answer]


def titles(answer: Answer) -> list[str]:
    return [record.title for record in answer.records]


@pytest.mark.parametrize(
    "typed",
    [
        "兴住建罚决字〔2026〕162号",
        "兴住建罚决字[2026]第0162号",
        "兴住建罚决字 （2026） 162号",
        "〔2026〕162号",
        "建罚决字【2026】162号",
        "162号",
        "罚决字2026",
        "興住建罰決字〔2026〕162號",
    ],
)
def test_a_number_is_found_however_it_is_typed(find: Find, typed: str):
    page = make_decision(publish=True, doc_no="兴住建罚决字〔2026〕162号")
    make_decision(publish=True, doc_no="兴住建罚决字〔2025〕62号", decided_on=date(2025, 12, 1))
    assert [record.page_id for record in find(typed).records] == [page.pk]


def test_a_complete_number_does_not_find_its_longer_ones(find: Find):
    for serial in (1, 11, 161):
        make_decision(publish=True, doc_no=f"兴住建罚决字〔2026〕{serial}号")
    assert [record.doc_no for record in find("兴住建罚决字〔2026〕1号").records] == ["兴住建罚决字〔2026〕1号"]


@pytest.mark.parametrize("typed", ["盘锦澜岚建筑工程有限公司", "澜岚", "澜", "岚建筑", "lanlan", "lljz", "盘锦澜嵐"])
def test_a_party_is_found_by_any_part_of_its_name(find: Find, typed: str):
    page = make_decision(publish=True, parties=[make_party("盘锦澜岚建筑工程有限公司")])
    make_decision(publish=True, parties=[make_party("沈阳朔桐装饰有限公司")])
    assert [record.page_id for record in find(typed).records] == [page.pk]


def test_a_credit_code_is_found_whole_and_in_part(find: Find):
    page = make_decision(publish=True, parties=[make_party(credit_code="91211103MA0UC1234X")])
    make_decision(publish=True, parties=[make_party("沈阳朔桐装饰有限公司", credit_code="91211103MA0UC9999Y")])
    for typed in ("91211103MA0UC1234X", "91211103ma0uc1234x", "UC1234"):
        assert [record.page_id for record in find(typed).records] == [page.pk]


@pytest.mark.parametrize("typed", ["鹤汀路442号", "路442", "未取得 扬尘", "建筑法第7条", "《建筑法》第七条", "黄砂BIM"])
def test_words_in_the_text_are_found(find: Find, typed: str):
    facts = "当事人在鹤汀路442号工地未取得许可，产生扬尘，堆放黄砂（BIM），违反《中华人民共和国建筑法》第七条。"
    page = make_decision(publish=True, facts=facts)
    make_decision(publish=True, facts="当事人在松涛路118号堆放物料。", violation_kind="擅自堆放物料")
    assert [record.page_id for record in find(typed).records] == [page.pk]


def test_everyday_words_find_legal_ones(find: Find):
    page = make_decision(publish=True, facts="当事人进行违法建设。")
    assert [record.page_id for record in find("违建").records] == [page.pk]


def test_a_masked_name_is_not_found_by_the_full_name(find: Find):
    make_decision(publish=True, parties=[make_party("王小明", "person")], facts="王小明未取得施工许可证。")
    assert find("王小明").hits.total == 0
    assert find("小明").hits.total == 0
    assert find("wangxiaoming").hits.total == 0
    assert titles(find("王某")) == ["王某未取得施工许可证擅自施工案"]


def test_a_long_question_is_answered_by_what_meets_a_part_of_it(find: Find):
    page = make_decision(publish=True, facts="物业服务企业未移交资料。", violation_kind="物业服务企业未移交资料")
    answer = find("物业服务公司换了以后原来的企业拒不移交资料")
    assert answer.plan.relaxed
    assert answer.records[0].page_id == page.pk


def test_nothing_is_found_by_what_is_nowhere(find: Find):
    make_decision(publish=True)
    assert find("珊瑚").hits.total == 0
    assert find("zzzz").hits.total == 0


def test_drafts_and_expired_records_are_in_no_answer(find: Find):
    make_decision(facts="草稿中的珊瑚。")
    page = make_decision(publish=True, facts="公开的珊瑚。")
    assert [record.page_id for record in find("珊瑚").records] == [page.pk]
    end = PublicRecord.objects.get().visible_to
    for moment in (end, end + timedelta(days=400)):
        answer = find("珊瑚", now=moment)
        assert (answer.hits.total, answer.records, answer.hits.facets["year"]) == (0, [], {})
    assert find("珊瑚", now=end - timedelta(seconds=1)).hits.total == 1


def test_filters_and_counts_without_the_own_filter(find: Find):
    make_decision(publish=True, types=("fine",))
    make_decision(publish=True, types=("fine", "warning"))
    make_decision(publish=True, types=("warning",), decided_on=date(2025, 12, 1), doc_no="兴住建罚决字〔2025〕9号")
    answer = find("", filters={"penalty": ["警告"], "year": ["2026"]})
    assert answer.hits.total == 1
    assert answer.hits.facets["year"] == {"2026": 1, "2025": 1}
    assert answer.hits.facets["penalty"] == {"罚款": 2, "警告": 1}
    assert find("", filters={"year": ["2025", "2026"]}).hits.total == 3
    assert find("", filters={"agency": ["没有这个局"]}).hits.total == 0


def test_orders_and_pages(find: Find):
    days = [date(2026, 6, day) for day in (1, 2, 3)]
    for fine, day in zip((500, 90000, 3000), days, strict=True):
        make_decision(publish=True, decided_on=day, fine=fine)
    assert [record.decided_on for record in find("", sort="date").records] == days[::-1]
    assert [record.amount_fen for record in find("", sort="amount").records] == [9000000, 300000, 50000]
    pages = [find("", sort="date", size=1, page=number).records[0].decided_on for number in (1, 2, 3)]
    assert pages == days[::-1]


def test_the_named_party_comes_before_a_mention(find: Find):
    make_decision(
        publish=True, facts="与澜岚公司相邻的工地扬尘。", decided_on=date(2026, 10, 9), parties=[make_party("甲公司")]
    )
    named = make_decision(publish=True, decided_on=date(2026, 1, 9))
    answer = find("澜岚")
    assert answer.hits.total == 2
    assert answer.records[0].page_id == named.pk


def test_all_keys_follow_the_list(engine, find: Find):
    for day in (1, 2, 3):
        make_decision(publish=True, decided_on=date(2026, 6, day))
    answer = find("施工", sort="date")
    keys = engine.keys(answer.plan, timezone.now(), 100)
    assert keys == [record.key for record in answer.records]
    assert engine.keys(answer.plan, timezone.now(), 2) == keys[:2]


def test_signs_of_query_languages_are_only_text(find: Find):
    make_decision(publish=True)
    for typed in ('"', "'", "施工' OR 1=1 --", "施工*", "a:b", "(((", "\\", "%_", "NOT AND", "\x00", "𠮷"):
        find(typed)
    assert find("施工*").hits.total == 1
