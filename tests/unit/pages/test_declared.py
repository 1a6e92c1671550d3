"""What a declaration forgets stops the start: a filter, a column of the sheet, a panel."""

from dataclasses import replace

import pytest

from pages.admin.attaching import check_offered
from pages.examination import declared
from pages.examination.declared import check_filters, check_import, unfiltered, unread
from pages.kinds.permit.models import PermitDecisionPage
from records.public import officer_table
from records.types import kind_of


def test_nothing_is_forgotten():
    assert [*check_filters(None), *check_import(None), *check_offered(None), *officer_table.check_filters(None)] == []


@pytest.mark.parametrize(
    ("check", "changes", "told"),
    [
        (check_filters, {"facets": ()}, ("pages.E014", "decision_type")),
        (check_filters, {"unfiltered": ("subject",)}, ("pages.E014", "subject")),
    ],
)
def test_a_filter_is_missed(monkeypatch, check, changes, told):
    changed = replace(kind_of("other"), **changes)
    monkeypatch.setattr(declared, "all_kinds", lambda: [changed])
    (error,) = check(None)
    assert (error.id, told[1] in error.msg) == (told[0], True)


def test_a_filter_of_another_name_says_of_what():
    kind = kind_of("permit")
    renamed = tuple(replace(one, of="") for one in kind.facets)
    assert unfiltered(replace(kind, facets=renamed)) == ["licence_name"]
    assert unfiltered(replace(kind, facets=(*kind.facets, replace(kind.facets[0], of="nothing")))) == ["nothing"]


def test_a_column_of_the_sheet_is_missed(monkeypatch):
    kind = kind_of("other")
    form = replace(kind.form, columns=tuple(one for one in kind.form.columns if one.attribute != "basis"))
    monkeypatch.setattr(declared, "all_kinds", lambda: [replace(kind, form=form)])
    (error,) = check_import(None)
    assert (error.id, "basis" in error.msg) == ("pages.E015", True)


def test_a_column_cannot_be_filled_and_left_out():
    kind = kind_of("other")
    assert unread(replace(kind, form=replace(kind.form, left_out={**kind.form.left_out, "basis": "no"}))) == ["basis"]


def test_a_panel_is_missed(monkeypatch):
    without_licence = PermitDecisionPage.content_panels[:-3]
    monkeypatch.setattr(PermitDecisionPage, "content_panels", without_licence)
    PermitDecisionPage.get_edit_handler.cache_clear()
    (error,) = check_offered(None)
    PermitDecisionPage.get_edit_handler.cache_clear()
    assert (error.id, error.obj, "licence_no" in error.msg) == ("pages.E016", PermitDecisionPage, True)


def test_the_table_of_officers_is_narrowed_by_what_they_declare(monkeypatch):
    monkeypatch.setattr(officer_table, "find_kind", lambda key: replace(kind_of(key), facets=()))
    (error,) = officer_table.check_filters(None)
    assert (error.id, "unit, category, area" in error.msg) == ("pages.E017", True)
