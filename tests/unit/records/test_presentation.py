"""A decision's page shows what its record holds, in pairs, and nothing that is empty."""

from datetime import UTC, date, datetime

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from records.models import PublicRecord
from records.public import presentation
from records.types.drawing import draw
from records.types.present import ShownRow

COMPANY = {
    "name": "盘锦<澜岚>建筑有限公司",
    "category": "legal",
    "code": "91211100MA0000001A",
    "representative": "周岚",
}
PERSON = {"name": "王某", "category": "person", "code": "", "representative": ""}


def record(**changes) -> PublicRecord:
    """A record as the projection writes it; not saved."""
    values = {
        "title": "盘锦澜岚建筑有限公司未取得施工许可证擅自施工案",
        "doc_no": "兴住建罚决字〔2026〕163号",
        "agency": "兴隆台区住房和城乡建设局",
        "parties": [COMPANY],
        "penalty_types": ["警告", "罚款"],
        "decided_on": date(2026, 11, 17),
        "visible_from": datetime(2026, 11, 20, 1, tzinfo=UTC),
        "visible_to": datetime(2027, 11, 17, 16, tzinfo=UTC),
        "fields": {"fine": "32740.00", "facts": "经查……", "served_on": "2026-11-18", "effect_until": "2099-12-31"},
    }
    return PublicRecord(**{**values, **changes})


def value(rows: list[ShownRow], label: str) -> str:
    """The value of a row as it is drawn."""
    row = next(row for row in rows if row.label == label)
    return draw(row.template, row.value, row.label)


def labels(rows: list[ShownRow]) -> list[str]:
    return [row.label for row in rows]


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def test_empty_values_give_no_row():
    rows = labels(presentation.summary_rows(record(fields={}, penalty_types=[], doc_no="")))
    assert "文书号" not in rows
    assert "处罚种类" not in rows
    assert "当事人" in rows


def test_rows_pair_up_and_the_last_one_fills_its_line():
    rows = presentation.summary_rows(record(fields={}))
    half = [row for row in rows if not row.full]
    assert len(half) % 2 == 0


def test_a_row_before_a_full_one_is_not_left_alone():
    rows = presentation._pair([ShownRow(label, "1", full=label == "b") for label in "abcde"])
    assert [row.full for row in rows] == [True, True, False, False, True]


def test_the_window_ends_on_its_last_day():
    window = value(presentation.summary_rows(record()), "公示期")
    assert "2026年11月20日" in window
    assert "2027年11月17日" in window


def test_without_end_is_said_in_words():
    assert value(presentation.summary_rows(record()), "处罚有效期至") == "长期"
    ever = record(visible_to=datetime(2099, 12, 31, 16, tzinfo=UTC))
    assert value(presentation.summary_rows(ever), "公示期").endswith("起，长期公示")


def test_a_name_leads_to_its_records_by_credit_code_and_is_escaped():
    party = value(presentation.summary_rows(record(), "/search/"), "当事人")
    assert 'href="/search/?q=91211100MA0000001A"' in party
    assert "盘锦&lt;澜岚&gt;" in party


def test_a_person_has_no_link():
    assert value(presentation.summary_rows(record(parties=[PERSON]), "/search/"), "当事人") == "王某"


def test_several_parties_have_a_line_each():
    rows = presentation.summary_rows(record(parties=[COMPANY, PERSON]))
    assert [row.full for row in rows if row.label.startswith("当事人")] == [True, True]
    assert '<span class="gs-muted">法定代表人</span> <span class="gs-keep">周岚</span>' in value(rows, "当事人1")


def test_steps_without_a_date_are_left_out_and_the_end_lies_ahead():
    steps = presentation.timeline(record(fields={}))
    assert [step.what for step in steps] == ["作出决定", "公示", "公示期满"]
    assert [step.ahead for step in steps] == [False, False, True]


@pytest.mark.django_db
def test_parts_without_text_are_left_out():
    assert [part.id for part in presentation.decision_parts(record())] == ["facts", "remedy"]


@pytest.mark.django_db
def test_a_record_without_a_remedy_of_its_own_shows_the_one_of_the_law():
    own, by_law = ({"remedy": "向区人民政府申请复议。"}, {})
    assert presentation.decision_parts(record(fields=own))[0].value == ["向区人民政府申请复议。"]
    assert "六十日" in "".join(presentation.decision_parts(record(fields=by_law))[0].value)


def test_a_citation_keeps_number_and_date_whole():
    text = render_to_string("components/citation.html", {"record": record(path="/d/1/2/")})
    assert '<span class="gs-keep">2026年11月17日</span>，/d/1/2/</p>' in text


def test_a_sole_trader_has_an_operator():
    rows = labels(presentation.summary_rows(record(parties=[{**COMPANY, "category": "sole_trader"}])))
    assert "经营者" in rows
    assert "法定代表人" not in rows
