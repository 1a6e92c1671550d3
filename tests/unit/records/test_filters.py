"""The filters of a list: addresses that choose, links with their counts, and chips that take a choice back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils.translation import override

from records.counts import YearCount
from records.models.publication import PublicRecord, RecordState
from records.permalinks import permalink
from records.public import overview
from records.public.views.filters import Choice, Counts, chips, facets
from records.types.registry import kind_of

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
KIND = kind_of("permit")
FACET = KIND.facets[0].name


def choose(query="", year=None):
    return Choice.read("/decisions/", year, QueryDict(query), KIND)


def test_an_address_says_what_was_chosen_and_nothing_else():
    chosen = choose(f"type=%E7%BD%9A%E6%AC%BE&{FACET}=+X+&unknown=1&page=3", 2026)
    assert (chosen.penalty_type, chosen.chosen) == ("罚款", ((FACET, "X"),))
    assert chosen.address() == f"/decisions/2026/?type=%E7%BD%9A%E6%AC%BE&{FACET}=X"
    assert chosen.address(before="9").endswith(f"{FACET}=X&before=9")
    assert choose().address() == "/decisions/"
    assert choose("type=&" + FACET + "=").address() == "/decisions/"
    assert choose(f"{FACET}={'a' * 81}").chosen[0][1] == "a" * 80


def test_one_filter_is_changed_and_the_others_stay():
    chosen = choose(f"type=A&{FACET}=X", 2026)
    assert chosen.with_value(FACET, "Y").address() == f"/decisions/2026/?type=A&{FACET}=Y"
    assert chosen.without(FACET).address() == "/decisions/2026/?type=A"
    assert chosen.of_year(2025).address() == f"/decisions/2025/?type=A&{FACET}=X"
    assert chosen.of_type("").address() == f"/decisions/2026/?{FACET}=X"


def test_each_chip_takes_its_choice_back():
    with override("zh-hans"):
        found = chips(choose(f"type=A&{FACET}=X", 2026))
    assert [chip["label"] for chip in found] == ["2026年", "A", "X"]
    assert [chip["url"] for chip in found] == [
        f"/decisions/?type=A&{FACET}=X",
        f"/decisions/2026/?{FACET}=X",
        "/decisions/2026/?type=A",
    ]
    assert chips(choose()) == []


def test_each_value_links_to_itself_and_the_chosen_one_away():
    others = {facet.name: {} for facet in KIND.facets[1:]}
    counts = Counts(9, {"year": {"2025": 4, "2026": 9}, "penalty": {"A": 2, "B": 7}, FACET: {"X": 1, "Y": 8}, **others})
    by_name = {one["name"]: one for one in facets(choose(f"{FACET}=X", 2026), counts)}
    assert list(by_name) == ["year", "type", *(facet.name for facet in KIND.facets)]
    shown = [(row["value"], row["count"], row["active"], row["url"]) for row in by_name["year"]["values"]]
    assert shown == [
        ("2026", 9, True, f"/decisions/?{FACET}=X"),
        ("2025", 4, False, f"/decisions/2025/?{FACET}=X"),
    ]
    assert [row["label"] for row in by_name["type"]["values"]] == ["B", "A"]
    assert [(row["label"], row["active"], row["url"]) for row in by_name[FACET]["values"]] == [
        ("X", True, "/decisions/2026/"),
        ("Y", False, f"/decisions/2026/?{FACET}=Y"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "is_public", "has_ended"), [(0, 1, True, False), (1, 2, False, False), (-2, 0, False, True)]
)
def test_a_window_holds_its_first_moment_and_not_its_last(start, end, is_public, has_ended):
    record = PublicRecord(visible_from=NOW + timedelta(hours=start), visible_to=NOW + timedelta(hours=end))
    record.state = RecordState.PUBLIC
    assert (record.is_public(NOW), record.has_ended(NOW)) == (is_public, has_ended)
    record.state = RecordState.WITHDRAWN
    assert (record.is_public(NOW), record.has_ended(NOW)) == (False, start <= 0)


def test_a_bar_is_as_long_as_its_year_and_never_vanishes(monkeypatch):
    years = [YearCount(2026, 3, 1000), YearCount(2025, 1200, 0), YearCount(2024, 600, 50)]
    monkeypatch.setattr(overview, "year_counts", lambda now, kind: {"penalty": years}.get(kind, []))
    found = overview.overview_at(NOW)
    assert [one.share for one in found.years] == [1, 100, 50]
    assert found.years[0].address == "/decisions/2026/"
    assert (found.total, found.total_text, found.amount_fen, found.address) == (1803, "1,803", 1050, "/decisions/")
    assert found.years[1].count_text == "1,200"
    years.clear()
    assert (overview.overview_at(NOW).address, overview.overview_at(NOW).total) == ("", 0)


def test_no_permanent_address_without_authority_and_number():
    assert permalink("91X", "甲〔2026〕1号") == "/d/91X/%E7%94%B2%E3%80%942026%E3%80%951%E5%8F%B7/"
    assert permalink("91X", "1", "penalty") == "/d/91X/1/"
    assert permalink("91X", "1", "permit") == "/d/91X/permit/1/"
    assert (permalink("", "1"), permalink("91X", "")) == ("", "")
