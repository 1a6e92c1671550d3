"""Rows become decisions: what joins, what waits together, and who is the same party."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from importers.merge import gather, party_key
from importers.reading import CleanRow
from pages.kinds.penalty.importing import PenaltyData
from records.types.columns.problems import Problem
from records.types.decision_data import PartyData, PartyIdentityNumbers

A, B = "11010519491231002X", "110105194912310038"
COMPANY = PartyData("盘锦示例建筑工程有限公司", credit_code="91211103166131861N")
FACTS = PenaltyData(
    "兴住建罚决字〔2026〕1号",
    dt.date(2026, 4, 2),
    "擅自施工。",
    (COMPANY,),
    fine=Decimal(15000),
    agency_code="9121110329141777L3",
)


def person(number="", name="张示例", **more):
    return PartyData(name, "person", identity=PartyIdentityNumbers(number), **more)


def row(line, *parties, **changes):
    facts = replace(FACTS, **changes, **({"parties": parties} if parties else {}))
    return CleanRow("表", line, {}, facts)


def bad(line, withheld=None):
    return CleanRow("表", line, {}, None, (Problem("表", line, "CF_SY", "", "missing"),), withheld=withheld)


def waiting(gathering):
    return [(one.line, bool(key), [problem.column for problem in problems]) for one, key, problems in gathering.waiting]


def test_rows_of_different_numbers_are_decisions_in_the_order_of_the_file():
    rows = [row(2, doc_no="兴住建罚决字〔2026〕9号"), row(3), row(4, doc_no="兴住建罚决字〔2026〕5号")]
    gathering = gather(rows)
    assert [one.data.doc_no[-2] for one in gathering.decisions] == ["9", "1", "5"]
    assert [one.key for one in gathering.decisions] == [one.data.natural_key() for one in rows]
    assert (gathering.waiting, gathering.conflicts, gathering.skipped) == ([], set(), 0)


def test_the_same_row_twice_is_one_decision():
    gathering = gather([row(2), row(3)])
    (decision,) = gathering.decisions
    assert decision.data == FACTS
    assert [one.line for one in decision.rows] == [2, 3]
    assert gathering.skipped == 1


def test_one_number_in_two_spellings_is_one_decision():
    gathering = gather([row(2), row(3, doc_no="兴住建罚决字(2026)第001号")])
    assert [one.data.doc_no for one in gathering.decisions] == ["兴住建罚决字〔2026〕1号"]


def test_one_number_of_two_authorities_is_two_decisions():
    assert len(gather([row(2), row(3, agency_code="91211103166131861N")]).decisions) == 2


def test_rows_join_with_all_their_parties():
    other = PartyData("盘锦另一建筑有限公司", credit_code="91211103MA0YQ3X22Y")
    (decision,) = gather([row(2), row(3, other), row(4, COMPANY)]).decisions
    assert decision.data.parties == (COMPANY, other)


@pytest.mark.parametrize(
    "changes", [{"fine": Decimal(16000)}, {"facts": "其他。"}, {"decided_on": dt.date(2026, 4, 3)}]
)
def test_rows_that_contradict_each_other_wait_all(changes):
    gathering = gather([row(2), row(3), row(4, **changes), row(5, doc_no="兴住建罚决字〔2026〕2号")])
    assert [one.data.doc_no for one in gathering.decisions] == ["兴住建罚决字〔2026〕2号"]
    assert waiting(gathering) == [(2, True, ["CF_WSH"]), (3, True, ["CF_WSH"]), (4, True, ["CF_WSH"])]
    assert gathering.conflicts == {("表", 2), ("表", 3), ("表", 4)}
    told = [(problem.sheet, problem.line, problem.value) for _row, _key, (problem,) in gathering.waiting]
    assert told == [("表", line, FACTS.doc_no) for line in (2, 3, 4)]
    assert gathering.skipped == 0
    reasons = [problems[0].reason for _row, _key, problems in gathering.waiting]
    assert all(lines in reason for lines, reason in zip(("3、4", "2、4", "2、3"), reasons, strict=True))


def test_of_many_lines_in_conflict_the_first_are_named_whole():
    lines = range(1001, 1101)
    reasons = [problems[0].reason for _row, _key, problems in gather(row(one, fine=one) for one in lines).waiting]
    assert re.findall(r"\d+", reasons[0]) == [str(one) for one in lines[1:11]]
    assert "1011…" in reasons[0]
    few = gather(row(one, fine=one) for one in lines[:11]).waiting
    assert "…" not in few[0][2][0].reason


def test_what_one_sheet_does_not_say_another_does():
    unsaid = {"fine": None, "facts": "", "silent": frozenset({"fine", "facts"})}
    half = {"facts": "", "silent": frozenset({"facts"})}
    for rows in ([row(2, **unsaid), row(3, **half), row(4)], [row(2), row(3, **half), row(4, **unsaid)]):
        (decision,) = gather(rows).decisions
        assert decision.data == FACTS
        assert decision.data.silent == frozenset()
    (decision,) = gather([row(2, **unsaid), row(3, **half)]).decisions
    assert (decision.data.fine, decision.data.silent) == (FACTS.fine, {"facts"})


def test_rows_that_differ_about_one_party_wait():
    gathering = gather([row(2), row(3, replace(COMPANY, representative="李示例"))])
    assert gathering.decisions == []
    assert len(gathering.waiting) == 2


def test_bad_rows_wait_for_themselves_without_a_key():
    gathering = gather([bad(2), row(3)])
    assert waiting(gathering) == [(2, False, ["CF_SY"])]
    assert len(gathering.decisions) == 1


def test_a_row_that_contradicts_itself_holds_up_those_that_say_otherwise():
    gathering = gather([row(2), bad(3, withheld=replace(FACTS, fine=Decimal(9)))])
    assert gathering.decisions == []
    assert waiting(gathering) == [(2, True, ["CF_WSH"]), (3, True, ["CF_SY", "CF_WSH"])]


def test_rows_that_contradict_themselves_alone_wait_for_that_alone():
    gathering = gather([bad(2, withheld=FACTS), bad(3, withheld=FACTS)])
    assert waiting(gathering) == [(2, False, ["CF_SY"]), (3, False, ["CF_SY"])]
    assert gathering.conflicts == set()


def test_all_rows_wait_that_are_bad_whatever_is_known_of_them():
    rows = [bad(2), bad(3, withheld=FACTS), bad(4, withheld=replace(FACTS, doc_no="兴住建罚决字〔2026〕2号"))]
    assert waiting(gather(rows)) == [(line, False, ["CF_SY"]) for line in (2, 3, 4)]


def test_read_is_decisions_and_waiting_and_skipped():
    rows = [
        row(2),
        row(3),
        bad(4),
        row(5, doc_no="兴住建罚决字〔2026〕2号"),
        row(6, doc_no="兴住建罚决字〔2026〕2号", fine=None),
        row(7, doc_no="兴住建罚决字〔2026〕3号"),
        row(8, doc_no="兴住建罚决字〔2026〕3号"),
    ]
    gathering = gather(rows)
    assert len(gathering.decisions) + len(gathering.waiting) + gathering.skipped == len(rows)


def test_two_persons_of_one_name_with_two_numbers_are_two_parties():
    (decision,) = gather([row(2, person(A)), row(3, person(B)), row(4, person(A))]).decisions
    assert [party.identity.personal for party in decision.data.parties] == [A, B]


def test_one_person_with_two_numbers_of_a_representative_waits():
    one, other = (replace(COMPANY, identity=PartyIdentityNumbers(representative=number)) for number in (A, B))
    assert gather([row(2, one), row(3, other)]).decisions == []


def test_what_makes_a_party_the_same():
    assert party_key(COMPANY) == party_key(replace(COMPANY, name="旧名"))
    assert party_key(person(A)) == party_key(person(A, id_type="身份证"))
    different = [
        person(),
        person(A),
        person(B),
        person(A, "李示例"),
        replace(person(A), category="sole_trader"),
        COMPANY,
    ]
    assert len({party_key(one) for one in different}) == len(different)
    assert A not in str(party_key(person(A)))
