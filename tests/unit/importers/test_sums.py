"""A row whose own text names other amounts than its columns waits; what may well be meant goes in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.kinds.penalty.sums import contradicting
from tests.factories.importing import read
from tests.factories.spreadsheets import LABELS, row, write_xlsx

FINE = "CF_NR_FK"
BORNE_OUT = [
    ("罚款15000元", 15000),
    ("罚款１５，０００元", 15000),
    ("罚款1.5万元", 15000),
    ("罚款3.8万元", 38000),
    ("处3.8万罚款", 38000),
    ("罚款玖仟元", 9000),
    ("罚款人民币壹万伍仟元整（￥15000.00）", 15000),
    ("罚款（大写）壹万伍仟元整（小写）15000元", 15000),
    ("处以 15000 元的罚款", 15000),
    ("罚款381235元", Decimal("381234.56")),
    ("罚款823.36万元", Decimal("8233566.25")),
    ("罚款823.356625万元，没收违法所得210.356625万元，罚没合计1033.71325万元", Decimal("8233566.25")),
    ("对甲公司罚款1000元；对乙罚款2000元", 2000),
    ("对甲公司罚款1000元；对乙罚款2000元", 3000),
    ("对甲罚款1000元，对乙2000元，对丙3000元", 5000),
    ("对甲罚款1000元乙罚款1000元", 2000),
    ("对甲、乙、丙各罚款5000元", 5000),
    ("对甲、乙、丙各罚款5000元", 15000),
    ("对甲、乙分别罚款1万元、2万元", 20000),
    ("罚款30000元，分三期缴纳，每期10000元", 30000),
    ("罚款15000元至指定银行缴纳", 15000),
    ("罚款15000元。到期不缴纳的，每日按罚款数额的3%加处罚款", 15000),
    ("原罚款5万元，减轻后罚款3万元", 30000),
    ("处工程合同价款1000000元百分之二的罚款", 20000),
    ("处工程合同价款100万元2%的罚款，计人民币20000元", 20000),
    ("处违法所得20000元三倍的罚款", 60000),
    ("对违法建设3000平方米按每平方米50元处罚款", 150000),
    ("可以处1万元以上3万元以下的罚款", 20000),
    ("处1-3万元罚款", 20000),
    ("依据第十条处五千元以上一万元以下罚款，决定罚款人民币八千元", 8000),
    ("罚没合计10万元", 80000),
    ("拆除违法建筑3.8万平方米，并处罚款", 20000),
    ("给予罚款处罚", 20000),
    ("警告", 0),
    ("", 15000),
    ("没收违法所得2000元罚款3000元", 3000),
]


@pytest.mark.parametrize(("text", "fine"), BORNE_OUT)
def test_a_text_bears_out_what_it_may_mean(text, fine):
    assert contradicting("fine", Decimal(fine), text) == ()


OTHER = [
    ("罚款380000元", 3_800_000_000, {380000}),
    ("罚款38万元", 3_800_000_000, {380000}),
    ("罚款3.8万", 380_000_000, {38000}),
    ("罚款叁拾捌万元整", 3_800_000_000, {380000}),
    ("罚款人民币（大写）叁拾捌万元整", 3_800_000_000, {380000}),
    ("罚款￥380000", 3_800_000_000, {380000}),
    ("处以380000元罚款", 3_800_000_000, {380000}),
    ("给予380000元（叁拾捌万元整）的罚款", 3_800_000_000, {380000}),
    ("罚款15000元", 16000, {15000}),
    ("罚款15000元", 0, {15000}),
    ("罚款15000元", Decimal("1.5"), {15000}),
    ("罚款14万元", 143000, {140000}),
    ("罚款8万元，没收违法所得2万元，罚没合计10万元", 20000, {80000}),
    ("罚款8万元，没收违法所得2万元，罚没合计10万元", 100000, {80000}),
    ("对甲罚款1000元；对乙罚款2000元", 30_000_000, {1000, 2000}),
    ("对甲、乙各罚款5000元", 7000, {5000}),
    ("两项合计罚款3万元", 300_000_000, {30000}),
    ("罚没合计10万元", 1_000_000_000, {100000}),
    ("处工程合同价款100万元2%的罚款2万元", 200_000_000, {20000}),
    ("处工程合同价款2%的罚款，计20000元", 200_000_000, {20000}),
    ("处1万元以上3万元以下的罚款", 200_000_000, {10000, 30000}),
    ("没收违法所得2000元的同时罚款3000元", 30_000_000, {3000}),
]


@pytest.mark.parametrize(("text", "fine", "named"), OTHER)
def test_a_text_that_names_other_fines(text, fine, named):
    assert set(contradicting("fine", Decimal(fine), text)) == named


CONFISCATED = [
    ("没收违法所得2000元", 2000, set()),
    ("违法所得2000元予以没收", 2000, set()),
    ("没收违法所得2000元，没收非法财物价值3000元", 5000, set()),
    ("没收违法所得2000元，没收非法财物（钢材一批）", 9000, set()),
    ("罚款8万元，没收违法所得2万元，罚没合计10万元", 20000, set()),
    ("没收违法所得2000元罚款3000元", 2000, set()),
    ("没收违法所得2000元", 20_000_000, {2000}),
    ("没收违法所得贰仟元整", 20_000_000, {2000}),
    ("罚款8万元，没收违法所得2万元，罚没合计10万元", 80000, {20000}),
]


@pytest.mark.parametrize(("text", "amount", "named"), CONFISCATED)
def test_confiscations(text, amount, named):
    assert set(contradicting("confiscated", Decimal(amount), text)) == named


@pytest.fixture
def clean(tmp_path):
    """Clean one row given by its changed cells."""

    def one(**changes):
        (result,) = read(write_xlsx(tmp_path / "one.xlsx", [LABELS, row(**changes)])).rows
        return result

    return one


def test_yuan_under_a_heading_of_wan_waits_with_its_reason(clean):
    result = clean(CF_NR="罚款380000元", CF_NR_FK=380000)
    assert result.data is None
    (problem,) = result.problems
    assert (problem.line, problem.column, problem.value) == (2, FINE, "380000")
    assert "3800000000" in problem.reason.replace(",", "")
    assert "380000" in problem.reason.replace("3800000000", "")


def test_a_confiscation_waits_as_well(clean):
    result = clean(CF_CFLB="没收违法所得", CF_NR="没收违法所得2000元", CF_NR_FK="", CF_NR_WFFF=2000)
    assert [problem.column for problem in result.problems] == ["CF_NR_WFFF"]


def test_everything_that_is_wrong_is_told_with_it(clean):
    result = clean(CF_NR="罚款380000元", CF_NR_FK=380000, CF_SY="")
    assert {problem.column for problem in result.problems} == {"CF_SY", FINE}


@given(
    st.integers(1, 9_999_999),
    st.sampled_from(["罚款{yuan}元", "处罚款人民币{yuan:,}元", "处{yuan}元罚款", "罚款{wan}万元"]),
)
def test_the_wrong_unit_never_passes(yuan, text):
    written = text.format(yuan=yuan, wan=Decimal(yuan) / 10000)
    assert contradicting("fine", Decimal(yuan), written) == ()
    assert contradicting("fine", Decimal(yuan * 10000), written) == (Decimal(yuan),)
