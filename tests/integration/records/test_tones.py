"""A value has one tone wherever it stands: its vocabulary's, or the one that its kind declares for a state."""

import re

import pytest

from records import tones
from records.models import PublicRecord
from records.types import kind_of
from rules.models import Term
from rules.seeds import terms
from rules.seeds.tones import TONES
from tests.factories.pages import make_decision, make_site
from tests.factories.records import make_record
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh():
    """What another test kept says nothing here."""
    tones._kept.clear()
    yield
    tones._kept.clear()


def tags(html: str) -> dict[str, str]:
    """The tone of each tag by its first word."""
    found = re.findall(r'class="gs-tag(?: gs-tag--(\w+))?">([^< ]+)', html)
    return {word: tone or "neutral" for tone, word in found}


@pytest.fixture
def seen(client):
    """The tones of a record in its list and on its page, where another tag says that it is public."""

    def both(record: PublicRecord) -> tuple[dict[str, str], dict[str, str]]:
        on_page = tags(client.get(record.path).content.decode())
        assert on_page.pop("公示中") == "good"
        listed = client.get(f"/{kind_of(record.kind).section}/").content.decode()
        return tags(listed.partition(f'href="{record.path}"')[2].partition('<li class="gs-result">')[0]), on_page

    return both


def test_every_seeded_term_declares_its_tone():
    assert set(TONES) == set(terms.ALL)
    for vocabulary, (_usual, others) in TONES.items():
        codes = [code for text in others.values() for code in text.split()]
        assert len(codes) == len(set(codes)), vocabulary
        assert set(codes) <= {row[0] for row in terms.ALL[vocabulary]}, vocabulary
    assert Term.objects.get(vocabulary="inspection_result", label="未发现问题").tone == "good"
    assert set(Term.objects.filter(vocabulary="penalty_type").values_list("tone", flat=True)) == {"adverse"}


# (kind, fields of a record, tones of its tags)
SHOWN = [
    ("inspection_result", {"result": "未发现问题"}, {"未发现问题": "good"}),
    ("inspection_result", {"result": "不配合检查情节严重"}, {"不配合检查情节严重": "adverse"}),
    ("permit", {"permit_kind": "普通", "state": "有效"}, {"普通": "neutral", "有效": "good"}),
    ("permit", {"permit_kind": "自拟种类", "state": "无效"}, {"自拟种类": "neutral", "无效": "ended"}),
    ("rules_document", {"status": "有效"}, {"有效": "good"}),
    ("rules_document", {"status": "废止"}, {"废止": "ended"}),
    ("law", {"law_kind": "法律", "validity": {"from": "2020-01-01", "to": ""}}, {"法律": "neutral", "有效": "good"}),
    ("law", {"law_kind": "法律", "validity": {"from": "", "to": "2020-01-01"}}, {"法律": "neutral", "已失效": "ended"}),
    ("coercion", {"measure": "扣押财物", "outcome": "解除"}, {"扣押财物": "adverse", "解除": "ended"}),
    ("other", {"decision_type": "不予行政处罚"}, {"不予行政处罚": "good"}),
    ("notice", {"category": "典型案例（反面）"}, {"典型案例（反面）": "adverse"}),
    ("officer", {"categories": ["燃气监管", "综合执法"]}, {"燃气监管": "neutral", "综合执法": "neutral"}),
    ("lottery", {"state": "已公开抽取结果"}, {"已公开抽取结果": "good"}),
]


def test_list_and_page_show_the_same_tone(seen):
    make_site()
    records = [(make_record(kind, fields), expected) for kind, fields, expected in SHOWN]
    for record, expected in records:
        assert seen(record) == (expected, expected), record.kind


def test_a_penalty_is_adverse_in_list_and_on_page(seen):
    warning = Term.objects.get(vocabulary="penalty_type", code="warning")
    decision = make_decision()
    decision.penalty_types.add(warning)
    decision.procedure = Term.objects.get(vocabulary="procedure", code="ordinary")
    let_out(decision.save_revision())
    in_list, on_page = seen(PublicRecord.objects.get(page=decision))
    assert in_list["罚款"] == on_page["罚款"] == in_list["警告"] == on_page["警告"] == "adverse"
    assert on_page["普通程序"] == "neutral"


def test_a_changed_tone_shows_at_once_here_and_soon_elsewhere(seen, settings, monkeypatch):
    make_site()
    record = make_record("inspection_result", {"result": "未发现问题"})
    assert seen(record)[0] == {"未发现问题": "good"}
    term = Term.objects.get(vocabulary="inspection_result", code="nothing_found")
    term.tone = "neutral"
    term.save()
    assert seen(record)[0] == {"未发现问题": "neutral"}
    Term.objects.filter(pk=term.pk).update(tone="adverse")  # as another process does
    assert seen(record)[0] == {"未发现问题": "neutral"}
    later = tones._kept.until + 1
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert seen(record)[0] == {"未发现问题": "adverse"}


def test_an_alias_and_a_deleted_term_have_a_tone():
    read = tones.of_terms("penalty_type")
    assert read("没收非法财务") == "adverse"
    assert read("自拟的处罚") == "adverse"  # what is typed by hand counts as the vocabulary's rest
    assert tones.of_terms("inspection_result")("自拟的结果") == "neutral"
    assert tones.of_terms("no_such_list")("x") == "neutral"
