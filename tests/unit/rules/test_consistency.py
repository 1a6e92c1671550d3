"""Each consistency rule with a case that fails and one that passes."""
# ruff: noqa: E501 – the table of cases reads best with one case a line

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rules.consistency import ArticleView, BenchmarkView, DecisionView, OfficerView, PartyView, Severity, examine
from rules.consistency.base import Limits, all_rules, items_of
from rules.consistency.rules.amounts import amount_sum
from rules.consistency.stated import stated_amounts
from rules.consistency.weight import Weight
from rules.seeds.consistency import ROWS

OFFICERS = tuple(
    OfficerView(key, name, date(2024, 1, 1), date(2027, 12, 31), frozenset({"housing"}), ("兴隆台区", "双台子区"))
    for key, name in ((1, "沈知远"), (2, "陆闻溪"))
)
REMEDY = "可在收到本决定书之日起60日内申请行政复议，也可以在六个月内向人民法院提起诉讼。"
FIRST = "对本决定不服的，应当自收到之日起60日内先申请行政复议；对复议决定仍不服的，可在6个月内提起行政诉讼。"
GOOD = DecisionView(
    act="penalty",
    doc_no="兴住建罚决字〔2026〕1号",
    agency="兴隆台区住房和城乡建设局",
    area="兴隆台区行政区域内的房屋建筑活动。",
    parties=(PartyView("盘锦澜岚建筑工程有限公司", credit_code="91211103MA0YQ3X22Y", representative="周云帆"),),
    facts="未取得施工许可证擅自施工。",
    basis="《建筑法》第六十四条",
    procedure="ordinary",
    grade="general",
    category="housing",
    penalty_types=frozenset({"fine", "confiscate_gains"}),
    result="罚款人民币15,000元（大写：壹万伍仟元整），没收违法所得2000元，罚没合计1.7万元，自收到决定书之日起15日内缴纳。",
    fine=Decimal("15000.00"),
    confiscated=Decimal("2000.00"),
    remedy=REMEDY,
    filed_on=date(2026, 8, 1),
    notified_on=date(2026, 9, 1),
    decided_on=date(2026, 10, 8),
    served_on=date(2026, 10, 10),
    publish_on=date(2026, 10, 12),
    officers=OFFICERS,
    benchmark=BenchmarkView("一般", Decimal(10000), Decimal(20000)),
    articles=(ArticleView("《建筑法》第六十四条", date(2019, 4, 23)),),
)
SETTINGS = [
    Weight(rule, severity, basis, day, Limits(dict(line.split("=", 1) for line in values.splitlines())))
    for rule, day, severity, values, basis in ROWS
]
PERSON = PartyView("韩松", "person")


def case(**values):
    return replace(GOOD, **values)


SUMMARY = case(
    procedure="summary", remedy=FIRST, fine=Decimal(3000), confiscated=None, benchmark=None,
    penalty_types=frozenset({"fine"}), result="罚款叁仟元，当场缴纳。",
)  # fmt: skip
PERMIT = DecisionView(
    act="permit", doc_no="兴住建许字〔2026〕1号", parties=GOOD.parties, decided_on=date(2026, 10, 8), kind_code="general",
    filled=frozenset(["document_title", "permit_kind", "content", "valid_from", "valid_until"]),
    term_from=date(2026, 10, 8), term_until=date(2026, 10, 8),
)  # fmt: skip
SEALING = DecisionView(
    act="coercion", doc_no="兴住建强字〔2026〕1号", parties=GOOD.parties, decided_on=date(2026, 10, 8), kind_code="seal",
    filled=frozenset(["document_title", "measure", "object", "facts", "basis", "executed_on", "remedy"]), remedy=REMEDY,
    officers=OFFICERS, term_from=date(2026, 10, 8), term_until=date(2026, 11, 7), term_due=date(2026, 11, 7),
)  # fmt: skip

# (rule, field, a case that fails, one that passes)
TABLE = [
    ("number_form", "doc_no", case(doc_no="兴住建罚决字(2026)第01号"), GOOD),
    ("number_form", "doc_no", case(doc_no="第一号"), case(doc_no="")),
    ("amount_capitals", "result", case(result="罚款15000元（大写：壹万元整），15日内缴纳"), GOOD),
    ("amount_capitals", "result", case(result="处以玖仟元（9,900.00元）罚款"), case(result="处以玖仟元（9,000.00元）罚款")),
    ("amount_sum", "fine", case(fine=Decimal(14000), result="罚款1.5万元"), GOOD),
    ("amount_sum", "fine", case(result="罚款壹万肆仟元整"), case(result="罚款壹万伍仟元整")),
    ("amount_sum", "fine", case(fine=Decimal(150000), result="罚款14万元"), case(fine=Decimal(140000), result="罚款14万元")),
    ("amount_sum", "confiscated", case(confiscated=Decimal(3000), result="没收违法所得2000元"), GOOD),
    ("amount_sum", "result", case(result="罚款15000元，没收违法所得2000元，罚没合计18000元"), GOOD),
    ("amount_sum", "fine", case(fine=Decimal(5000), result="对甲罚款1000元；对乙罚款2000元"), case(fine=Decimal(3000), result="对甲罚款1000元；对乙罚款2000元")),
    ("dates_order", "notified_on", case(notified_on=date(2026, 7, 1)), GOOD),
    ("dates_order", "decided_on", case(notified_on=date(2026, 10, 9)), case(notified_on=date(2026, 10, 8))),
    ("dates_order", "served_on", case(served_on=date(2026, 10, 7)), case(notified_on=None)),
    ("served_before_publication", "served_on", case(served_on=None), GOOD),
    ("served_before_publication", "served_on", case(publish_on=date(2026, 10, 9)), case(publish_on=date(2026, 10, 10))),
    ("party_kind", "parties-0-category", case(parties=(replace(PERSON, credit_code="91211103MA0YQ3X22Y"),)), case(parties=(PERSON,))),
    ("party_kind", "parties-1-category", case(parties=(PERSON, replace(GOOD.parties[0], id_type="身份证"))), GOOD),
    ("party_kind", "parties-0-representative", case(parties=(replace(PERSON, representative="周云帆"),)), GOOD),
    ("party_kind", "parties-0-credit_code", case(parties=(PartyView("某公司", credit_code="0" * 17 + "X"),)), case(parties=(PartyView("某店", "sole_trader", "0" * 17 + "X"),))),
    ("party_complete", "parties-0-credit_code", case(parties=(PartyView("某公司", representative="周云帆"),)), GOOD),
    ("fine_amount", "fine", case(fine=None), GOOD),
    ("fine_amount", "penalty_types", case(penalty_types=frozenset({"warning"})), GOOD),
    ("confiscated_amount", "confiscated", case(confiscated=None), case(confiscated=None, penalty_types=frozenset({"fine"}))),
    ("licence_named", "licence", case(penalty_types=frozenset({"revoke_licence"})), case(penalty_types=frozenset({"revoke_licence"}), licence="安全生产许可证（辽）JZ001")),
    ("grade_procedure", "grade", case(grade="minor", penalty_types=frozenset({"revoke_licence"})), GOOD),
    ("grade_procedure", "procedure", replace(SUMMARY, fine=Decimal("3000.01")), SUMMARY),
    ("grade_procedure", "procedure", replace(SUMMARY, parties=(PERSON,), fine=Decimal(201)), replace(SUMMARY, parties=(PERSON,), fine=Decimal(200))),
    ("grade_procedure", "procedure", replace(SUMMARY, penalty_types=frozenset({"downgrade"})), SUMMARY),
    ("grade_procedure", "grade", replace(SUMMARY, grade="serious"), SUMMARY),
    ("remedy_fits", "remedy", case(remedy=REMEDY.replace("60日", "30日")), GOOD),
    ("remedy_fits", "remedy", case(remedy=REMEDY.replace("六个月", "三个月")), case(remedy=REMEDY.replace("60日", "六十日"))),
    ("remedy_fits", "remedy", replace(SUMMARY, remedy=REMEDY), SUMMARY),
    ("remedy_fits", "remedy", case(remedy=FIRST), replace(SUMMARY, remedy=REMEDY, decided_on=date(2023, 12, 31))),
    ("officers_two", "officers", case(officers=(OFFICERS[0], OFFICERS[0])), GOOD),
    ("officers_two", "officers", case(officers=()), case(officers=None)),
    ("officers_valid", "officers", case(officers=(OFFICERS[0], replace(OFFICERS[1], valid_to=date(2026, 10, 7)))), case(officers=(OFFICERS[0], replace(OFFICERS[1], valid_to=date(2026, 10, 8))))),
    ("officers_valid", "officers", case(officers=(OFFICERS[0], replace(OFFICERS[1], on_duty=False))), GOOD),
    ("officers_valid", "officers", case(category="fire"), GOOD),
    ("officers_valid", "officers", case(area="大洼区"), GOOD),
    (
        "officers_valid", "officers", case(area="大洼区", officers=(replace(OFFICERS[0], areas=("辽河油田",)),)),
        case(area="辽河油田内的房屋建筑活动。", officers=(replace(OFFICERS[0], areas=("辽河油田",)),)),
    ),
    ("within_benchmark", "fine", case(benchmark=BenchmarkView("轻微", None, Decimal(10000))), case(benchmark=BenchmarkView("轻微", None, Decimal(10000)), benchmark_reason="多次违法")),
    ("within_benchmark", "fine", case(benchmark=BenchmarkView("严重", Decimal("15000.01"), None)), GOOD),
    ("articles_in_force", "cited-0-article", case(articles=(ArticleView("旧法第一条", None, date(2026, 10, 7)),)), case(articles=(ArticleView("旧法第一条", None, date(2026, 10, 8)),))),
    ("articles_in_force", "cited-0-article", case(articles=(ArticleView("新法第一条", date(2026, 10, 9)),)), GOOD),
    ("six_parts", "remedy", case(remedy=" "), GOOD),
    ("six_parts", "basis", case(basis=""), GOOD),
    ("performance", "result", case(result="罚款15000元，没收违法所得2000元"), GOOD),
    (
        "performance", "result", case(result="罚款15000元，没收违法所得2000元"),
        case(result="罚款15000元，没收违法所得2000元", remedy=f"十五日内到指定的银行缴纳。{GOOD.remedy}"),
    ),
    ("required_items", "content", replace(PERMIT, filled=PERMIT.filled - {"content"}), PERMIT),
    ("required_items", "executed_on", replace(SEALING, filled=SEALING.filled - {"executed_on"}), SEALING),
    ("other_named", "other_kind", replace(PERMIT, kind_code="other"), replace(PERMIT, kind_code="other", kind_named="备案")),
    ("other_named", "other_kind", replace(PERMIT, kind_named="备案"), PERMIT),
    ("term_order", "valid_until", replace(PERMIT, term_until=date(2026, 10, 7)), PERMIT),
    ("term_order", "period_until", replace(SEALING, term_until=date(2026, 10, 7)), SEALING),
    ("coercion_term", "period_until", replace(SEALING, term_until=date(2026, 11, 8)), SEALING),
    ("coercion_term", "period_until", replace(SEALING, term_until=None), replace(SEALING, term_until=None, kind_code="substitute")),
]  # fmt: skip


def found(view, rule):
    return [finding for finding in examine(view, SETTINGS) if finding.rule.code == rule]


@pytest.mark.parametrize(("rule", "field", "bad", "good"), TABLE)
def test_rule(rule, field, bad, good):
    findings = found(bad, rule)
    assert {one.field for one in findings} == {field}
    assert findings[0].message
    assert findings[0].basis
    assert found(good, rule) == []


def test_a_finding_names_all_amounts_each_once_and_in_order():
    (finding,) = found(
        case(result="对甲罚款2000元；对乙罚款1000元；对丙罚款2000元", fine=Decimal("7000.50")), "amount_sum"
    )
    assert "1,000、2,000" in finding.message
    assert "7,000.5" in finding.message
    (finding,) = found(case(result="罚款15000元（大写：壹万元整），15日内缴纳"), "amount_capitals")
    assert finding.message.index("10,000") < finding.message.index("15,000")


def test_every_rule_has_cases_and_a_weight():
    codes = {rule.code for rule in all_rules}
    assert codes == {row[0] for row in TABLE} == {row[0] for row in ROWS}


def test_a_good_decision_passes_everything():
    assert examine(GOOD, SETTINGS) == []
    assert examine(SUMMARY, SETTINGS) == []


def test_weight_is_that_of_the_day_of_the_decision():
    later = replace(SETTINGS[0], severity="off", valid_from=date(2026, 10, 8))
    bad = case(doc_no="兴住建罚决字(2026)第01号")
    assert [one.severity for one in examine(bad, SETTINGS)] == [Severity.HINT]
    assert examine(bad, [*SETTINGS, later]) == []
    assert examine(replace(bad, decided_on=date(2026, 10, 7)), [SETTINGS[0], later]) != []


def test_an_import_is_not_asked_for_what_no_import_carries():
    bare = case(officers=(), served_on=None, remedy="", result="罚款1元")
    assert {one.rule.code for one in examine(bare, SETTINGS, with_form=False)} == {"amount_sum"}


def test_rules_of_penalties_say_nothing_about_permits():
    assert examine(PERMIT, SETTINGS) == []
    assert examine(SEALING, SETTINGS) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("罚款壹万伍仟元整", [("fine", {15000})]),
        ("处以玖仟元罚款", [("fine", {9000})]),
        ("罚 款人民币 壹万 伍仟 元整", [("fine", {15000})]),
        ("没收\u3000违法所得 2 345.60 元", [("confiscated", {Decimal("2345.60")})]),
        ("罚款14万元", [("fine", {140000})]),
        ("罚款1万2千元", [("fine", {12000})]),
        ("没收违法所得2,345.60元，并处罚款３０００元", [("confiscated", {Decimal("2345.60")}), ("fine", {3000})]),
        ("责令改正，工程造价100万元", []),
        ("罚款人民币叁佰零伍元贰角", [("fine", {Decimal("305.2")})]),
    ],
)
def test_amounts_that_a_text_states(text, stated):
    assert [(one.label, set(one.amounts)) for one in stated_amounts(text)] == stated


def test_a_text_in_whole_yuan_may_be_rounded():
    """381,235 for 381,234.56; not where the limit is not set, and not by a whole yuan."""
    view = replace(GOOD, result="罚款381235元", fine=Decimal("381234.56"), confiscated=None)
    strict = Limits({})
    rounded = Limits({"rounding": "1"})
    assert list(amount_sum(view, strict))
    assert not list(amount_sum(view, rounded))
    assert list(amount_sum(replace(view, fine=Decimal(381234)), rounded))
    assert list(amount_sum(replace(view, result="罚款381235.10元"), rounded))
    total = replace(view, result="罚款381235元，罚没合计381235元")
    assert not list(amount_sum(total, rounded))


def test_what_the_form_has_no_column_for_waits_where_the_switch_lets_it():
    bare = replace(GOOD, served_on=None, officers=())
    missing = {"served_on", "officers"}
    assert {one.field for one in examine(bare, SETTINGS) if one.is_error} == missing
    lenient = [replace(row, may_wait=frozenset(missing)) for row in SETTINGS]
    found = examine(bare, lenient)
    assert {one.field for one in found if one.waits} == missing
    assert not [one for one in found if one.is_error]
    one_officer = replace(GOOD, officers=OFFICERS[:1])
    assert [one.field for one in examine(one_officer, lenient) if one.is_error] == ["officers"]


def test_the_items_that_the_national_form_lacks_are_asked_of_their_kinds():
    assert items_of("penalty")
    assert items_of("notice") == []
