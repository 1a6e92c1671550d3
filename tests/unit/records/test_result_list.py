"""Records in a list: what stands there, whole and escaped."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from records import tones
from records.models import PublicRecord
from records.public.result_list import list_item
from rules.models.terms import Tone


@pytest.fixture(autouse=True)
def vocabularies(monkeypatch):
    """The tones of the penalties, without a database."""
    penalties = {"fine": Tone.ADVERSE, "警告": Tone.NEUTRAL, "other": Tone.ADVERSE}
    monkeypatch.setattr(tones._kept, "table", {"penalty_type": penalties})
    monkeypatch.setattr(tones._kept, "until", float("inf"))


def record(**changes) -> PublicRecord:
    """A record as the projection writes it; not saved."""
    values = {
        "kind": "penalty",
        "path": "/decisions/2026/2026-163/",
        "title": "盘锦<澜岚>公司未取得施工许可证擅自施工案",
        "doc_no": "兴住建罚决字〔2026〕163号",
        "parties": [{"name": "盘锦<澜岚>公司"}],
        "penalty_types": ["警告", "罚款"],
        "decided_on": date(2026, 11, 17),
        "visible_to": datetime(2027, 11, 17, 16, tzinfo=UTC),
        "fields": {"fine": "32740.00"},
    }
    return PublicRecord(**{**values, **changes})


def html(*found: Any, level: str = "h2", language: str = "zh-hans") -> str:
    with translation.override(language):
        return render_to_string("components/result_list.html", {"items": [list_item(*found)], "level": level})


def test_a_record_stands_there_with_all_its_marks():
    text = html(record())
    assert '<a href="/decisions/2026/2026-163/">' in text
    assert '<span class="gs-keep">兴住建罚决字〔2026〕163号</span>' in text
    assert '<time class="gs-keep" datetime="2026-11-17">2026年11月17日</time>' in text
    assert "2027年11月17日" in text
    assert "罚款 <span" in text
    assert "32,740 元" in text
    assert '<span class="gs-tag gs-tag--adverse">罚款 <span' in text
    assert '<span class="gs-tag">警告</span>' in text


def test_nothing_of_a_record_is_trusted():
    text = html(record(doc_no="<b>", penalty_types=["<i>"], path='/"><script>/'))
    for tag in ("<澜岚>", "<b>", "<i>", "<script>"):
        assert tag not in text


def test_marks_of_a_search_stay():
    text = html(record(), mark_safe("<mark>施工</mark>案"), [mark_safe("……<mark>许可</mark>……")], level="h3")
    assert '<h3 class="gs-result__title"><a href="/decisions/2026/2026-163/"><mark>施工</mark>案</a></h3>' in text
    assert '<p class="gs-result__extract">……<mark>许可</mark>……</p>' in text


@pytest.mark.parametrize(("number", "words"), [(3, None), (4, "等 4 个"), (12, "等 12 个")])
def test_many_parties_are_counted(number, words):
    text = html(record(parties=[{"name": f"甲{index}"} for index in range(number)]))
    assert "甲0、甲1、甲2" in text
    assert "甲3" not in text
    assert (words in text) if words else ("等 " not in text)


def test_what_is_not_there_is_left_out():
    text = html(record(doc_no="", parties=[], fields={}))
    assert "文书号" not in text
    assert "当事人" not in text
    assert "元" not in text


def test_the_list_in_english():
    text = html(record(), language="en")
    assert "17 November 2026" in text
    assert "32,740 yuan" in text
