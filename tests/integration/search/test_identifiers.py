"""The document whose number or code stands in a question comes first, on every engine, whatever stands around it."""

from datetime import date

import pytest
from django.utils import timezone

from records.models import OutboxEntry, PublicRecord
from search import engines, service
from search.engines.base import Engine
from search.forms import SearchQuery
from tests.factories import questions
from tests.factories.pages import make_decision, make_party
from tests.integration.search.conftest import settle

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


@pytest.fixture
def wanted() -> str:
    """The key of the one that is looked for, among many that are alike and newer."""
    facts = f"燃气 扬尘 处罚决定书 文号：{questions.NUMBER}，沈阳朔桐装饰有限公司，{questions.CODE}，15000元，2025年。"
    page = make_decision(
        publish=True,
        doc_no=questions.NUMBER,
        decided_on=date(2026, 1, 8),
        parties=[make_party(credit_code=questions.CODE)],
        facts="当事人堆放物料。",
    )
    for number in (
        "盘自然罚决字〔2026〕162号",
        "住建罚决字〔2026〕162号",
        "兴住建罚决字〔2026〕1620号",
        "兴住建罚决字〔2025〕162号",
    ):
        make_decision(
            publish=True,
            doc_no=number,
            facts=facts,
            parties=[make_party("沈阳朔桐装饰有限公司")],
            decided_on=date(2026, 10, 8),
        )
    return f"penalty-{page.pk}"


def first(engine: Engine, words: str) -> str:
    answer = service.find(SearchQuery.of(words), timezone.now(), engine.name)
    assert not answer.plan.relaxed
    return answer.records[0].key if answer.records else ""


def test_what_is_named_comes_first(engine: Engine, wanted: str):
    settle(engine)
    numbers = [s.format(questions.FORMS[n % len(questions.FORMS)]) for n, s in enumerate(questions.SURROUNDINGS)]
    codes = [surroundings.format(questions.CODE) for surroundings in questions.SURROUNDINGS]
    asked = [*numbers, *codes, questions.NUMBER, "〔2026〕162号 物料"]
    assert {words: first(engine, words) for words in asked} == dict.fromkeys(asked, wanted)
    # Words beside a number decide between those that it fits.
    assert PublicRecord.objects.get(key=first(engine, "〔2026〕162号 燃气 朔桐")).doc_no != questions.NUMBER


def test_what_waits_for_the_worker_comes_first_too(wanted: str):
    now = timezone.now()
    OutboxEntry.objects.create(engine=engines.DATABASE, key=wanted, version=1, available_at=now, created_at=now)
    for words in ("处罚决定书 兴住建罚决字[2026]162号", f"{questions.NUMBER}燃气", f"代码：{questions.CODE}"):
        assert first(engines.database_engine(), words) == wanted
