"""Template filters."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from pages.kinds.penalty.tags import plain_types
from records.models import PublicRecord
from records.templatetags import display
from records.templatetags.results import filled, result_count


def test_a_date_stays_on_its_line_and_machines_can_read_it():
    with translation.override("zh-hans"):
        assert display.day(date(2026, 11, 2)) == '<time class="gs-keep" datetime="2026-11-02">2026年11月2日</time>'
        assert display.day("2026-11-02") == display.day(date(2026, 11, 2))
        assert display.day(None) == ""


def test_a_window_that_ends_at_midnight_ends_on_the_day_before():
    with translation.override("zh-hans"):
        assert "2027年11月17日" in display.last_day(datetime(2027, 11, 17, 16, tzinfo=UTC))
        assert "2027年11月18日" in display.last_day(datetime(2027, 11, 17, 16, 1, tzinfo=UTC))


def test_the_moment_of_a_page_tag_is_local():
    assert display.tag_moment(datetime(2026, 11, 20, 16, 5, tzinfo=UTC)) == "2026-11-21 00:05"


@pytest.mark.parametrize(("language", "text"), [("zh-hans", "32,740 元"), ("en", "32,740 yuan")])
def test_an_amount_stays_whole(language, text):
    with translation.override(language):
        assert display.yuan(display.fen("32740.00")) == f'<span class="gs-keep">{text}</span>'


def test_capital_figures_are_for_readers_of_chinese():
    with translation.override("en"):
        assert display.capital(3274000) == ""
    with translation.override("zh-hans"):
        assert display.capital(3274000) == "叁万贰仟柒佰肆拾元整"


def test_kept_text_is_escaped():
    assert display.keep("<b>") == '<span class="gs-keep">&lt;b&gt;</span>'


@pytest.mark.parametrize(
    ("total", "bounded", "text"), [(0, False, "0 条"), (1268, False, "1,268 条"), (10000, True, "10,000+ 条")]
)
def test_counts(total, bounded, text):
    with translation.override("zh-hans"):
        assert result_count(total, bounded) == text


def test_a_kind_told_by_its_amount_is_not_told_twice():
    record = PublicRecord(penalty_types=["警告", "罚款"], fields={"fine": "500.00"})
    assert plain_types(record) == ["警告"]


def test_no_text_of_a_record_is_trusted():
    html = Template("{% load display %}{% for line in text|paragraphs %}<p>{{ line }}</p>{% endfor %}")
    assert html.render(Context({"text": "一\n\n<script>"})) == "<p>一</p><p>&lt;script&gt;</p>"


def test_a_filter_without_a_choice_is_not_shown():
    full = {"name": "year", "values": [{"value": "2026"}]}
    assert filled([{"name": "kind", "values": []}, full]) == [full]
    assert filled(None) == []
