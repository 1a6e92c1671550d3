"""Each kind of field is drawn by its own template: from values, escaped, in the reader's language."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from pages.kinds.law.kind import LAW
from privacy.masking import Masker
from records.types.basis import BasisField
from records.types.drawing import draw
from records.types.fields import (
    CodeField,
    DayField,
    LinksField,
    Money,
    ProseField,
    PublicField,
    TableField,
    TagListField,
)

TEXT = PublicField("text", "文字")
TABLE = TableField("rows", "内设机构", columns=(("name", "名称"), ("phone", "电话"), ("none", "空")), whole=("phone",))
ROWS = [{"name": "<一>科", "phone": "0427-1"}]
ADDRESSES = {"law-1": "/laws/1/"}


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


@pytest.mark.parametrize(
    ("field", "value", "html"),
    [
        (TEXT, "<b>第3号", '&lt;b&gt;<span class="gs-keep">第3号</span>'),
        (CodeField("code", ""), "<1>", '<span class="gs-keep">&lt;1&gt;</span>'),
        (DayField("day", ""), "2026-11-02", '<time class="gs-keep" datetime="2026-11-02">2026年11月2日</time>'),
        (DayField("day", ""), "2099-12-31", "长期"),
        (Money("sum", ""), "15000.00", '<span class="gs-keep">15,000 元</span>'),
        (TagListField("terms", ""), ["罚款", "<b>"], "罚款、&lt;b&gt;"),
        (ProseField("prose", ""), "一\n\n<二>", "<p>一</p><p>&lt;二&gt;</p>"),
    ],
)
def test_a_value_is_drawn_by_its_template(field, value, html):
    assert field.html(value, {}) == html


@pytest.mark.parametrize(
    "field", [TEXT, CodeField("code", ""), DayField("day", ""), ProseField("prose", ""), TABLE, LinksField("links", "")]
)
def test_nothing_is_drawn_of_nothing(field):
    assert field.html(None, {}) == ""


def test_a_table_leaves_out_empty_columns_and_labels_its_cells():
    html = TABLE.html(ROWS, {})
    assert 'aria-label="内设机构（表格）"' in html
    assert html.count("<th ") == 2
    assert '<td data-label="名称">&lt;一&gt;科</td><td data-label="电话" class="gs-rows__whole">0427-1</td>' in html


def test_a_link_stands_only_for_what_is_public():
    value = [{"key": "law-1", "label": "<一>"}, {"key": "law-2", "label": "二"}]
    html = LinksField("links", "").html(value, ADDRESSES)
    assert '<li><a href="/laws/1/">&lt;一&gt;</a></li><li>二</li>' in html


def test_a_basis_leads_to_its_article():
    value = [{"key": key, "anchor": "a7", "label": key, "text": "一\n二"} for key in ("law-1", "law-2")]
    html = BasisField("bases", "").html(value, ADDRESSES)
    assert '<a href="/laws/1/#a7">law-1</a>' in html
    assert "<p>law-2</p>" in html
    assert html.count('<p class="gs-basis__text">') == 4


class Articles(list):
    """The articles of a law without a database."""

    def select_related(self, *names):
        return self

    def in_order(self):
        return self


def test_an_article_says_in_chinese_until_when_it_was_in_force():
    newer = SimpleNamespace(citation="《新法》第一条")
    old = SimpleNamespace(
        anchor="a1",
        number="第一条",
        text="一\n<二>",
        in_force_to=date(2024, 5, 31),
        replaced_by=newer,
        replaced_by_id=1,
    )
    field = LAW.find["articles"]
    with translation.override("en"):
        value = field.value(SimpleNamespace(articles=Articles([old])), Masker())
        html = field.html(value, {})
    assert '<section class="gs-article" id="a1">' in html
    assert "<p>&lt;二&gt;</p>" in html
    assert '有效至<span class="gs-keep">2024年5月31日</span>，由《新法》第一条替代。</p>' in html
    assert field.text(value) == "第一条一<二>有效至2024年5月31日，由《新法》第一条替代。"


def test_a_text_that_is_html_already_lends_its_look_to_no_other():
    """Both are equal as texts, and what is drawn is kept."""
    safe, plain = (draw(TEXT.template, text, "") for text in (mark_safe("<b>甲</b>"), "<b>甲</b>"))
    assert "<b>" in safe
    assert "<b>" not in plain
    assert "<b>" in draw(TEXT.template, mark_safe("<b>甲</b>"), "")


@pytest.mark.parametrize(("held", "shown"), [(None, ""), ("", ""), (0, "0"), ("A-1", "A-1")])
def test_a_code_that_a_page_does_not_hold_is_no_word(held, shown):
    assert CodeField("code", "").value(SimpleNamespace(code=held), Masker()) == shown
