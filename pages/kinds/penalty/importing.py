"""The penalty form (发改办财金〔2018〕790号, 30 items): its columns with the spellings seen in real files."""

import re
from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _

from pages.kinds.penalty.sums import contradicting
from records.types.columns.base import (
    AmountColumn,
    CodeColumn,
    Column,
    DateColumn,
    Draft,
    ExportLine,
    LineColumn,
    NameColumn,
    TextColumn,
)
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code
from records.types.columns.source import source_columns
from records.types.columns.words import Words
from records.types.importing import ImportContext, ImportForm, Values
from rules.models.terms import Vocabulary

_ORDERS = re.compile(r"责令(?:限期)?(?:改正|整改|停止施工|停止违法行为)")


def _penalty_types(line: ExportLine) -> str:
    """The types, and behind them what none of them names: 其他-…, or an order that came with them."""
    terms = list(line.page.penalty_types.all())
    other = line.page.other_penalty
    labels = [term.label for term in terms if term.code != "other" or not other]
    if other:
        labels.append(f"其他-{other}" if any(term.code == "other" for term in terms) else other)
    return "、".join(labels)


def _has_type(*codes: str) -> Callable[[ExportLine], bool]:
    return lambda line: any(term.code in codes for term in line.page.penalty_types.all())


_COLUMNS: tuple[Column, ...] = (
    *party_columns("CF", ("被处罚人", "被处罚单位", "行政处罚相对人名称")),
    NumberColumn(
        code="CF_WSH",
        label="行政处罚决定书文号",
        attribute="doc_no",
        names=(
            "行政处罚决定文书号",
            "处罚决定书文号",
            "行政处罚决定书号",
            "决定书文号",
            "处罚决定文书号",
            "行政处罚文书号",
        ),
        required=True,
        soft_length=128,
    ),
    LineColumn(
        code="CF_WFXW",
        label="违法行为类型",
        attribute="violation_kind",
        names=("违法行为种类", "违法行为", "案由", "处罚事由类型"),
        expected=True,
        soft_length=2000,
    ),
    TextColumn(
        code="CF_SY",
        label="违法事实",
        attribute="facts",
        names=("处罚事由", "主要违法事实", "违法事实情况", "处罚事实"),
        required=True,
        soft_length=5000,
    ),
    TextColumn(
        code="CF_YJ",
        label="处罚依据",
        attribute="basis",
        names=("行政处罚依据", "处罚法律依据", "处罚的依据"),
        expected=True,
        soft_length=2048,
    ),
    TextColumn(  # a blank or a line break divides words here
        code="CF_CFLB",
        label="处罚类别",
        attribute="penalty_words",
        fills={"penalty_types": (), "other_penalty": ""},
        export=_penalty_types,
        names=("处罚种类", "行政处罚类别", "行政处罚种类", "处罚类别1", "CF_CFLB1"),
        expected=True,
        soft_length=255,
    ),
    TextColumn(
        code="CF_NR",
        label="处罚内容",
        attribute="result",
        names=("行政处罚内容", "处罚结果", "处罚决定内容"),
        expected=True,
        soft_length=4000,
    ),
    AmountColumn(
        code="CF_NR_FK",
        label="罚款金额（万元）",
        attribute="fine",
        demanded_of=_has_type("fine"),
        names=("罚款金额", "处罚金额（万元）", "处罚金额"),
        named="罚款",
        conditional=True,
    ),
    AmountColumn(
        code="CF_NR_WFFF",
        label="没收违法所得、没收非法财物的金额（万元）",
        attribute="confiscated",
        demanded_of=_has_type("confiscate_gains", "confiscate_goods"),
        names=(
            "没收违法所得、没收非法财物的金额",
            "没收违法所得没收非法财物金额",
            "没收违法所得金额",
            "没收金额",
            "没收违法所得或没收非法财物的金额",
        ),
        named="没收",
        conditional=True,
    ),
    LineColumn(
        code="CF_NR_ZKDX",
        label="暂扣或吊销证照名称及编号",
        attribute="licence",
        demanded_of=_has_type("suspend_licence", "revoke_licence", "suspend_or_revoke"),
        names=("暂扣或者吊销证照名称及编号", "暂扣或吊销证照名称", "暂扣吊销证照名称及编号"),
        conditional=True,
        soft_length=200,
    ),
    DecisionDateColumn(
        code="CF_JDRQ",
        label="处罚决定日期",
        attribute="decided_on",
        names=("行政处罚决定日期", "决定日期", "处罚日期", "作出处罚决定日期"),
        required=True,
    ),
    DateColumn(
        code="CF_YXQ",
        label="处罚有效期",
        attribute="effect_until",
        names=("处罚有效期至", "有效期至", "CF_YXQZ"),
        expected=True,
    ),
    DateColumn(
        code="CF_GSJZQ",
        label="公示截止期",
        attribute="declared_window_end",
        names=("公示截止日期", "公示期限", "公示截止时间", "公示期截止日期"),
    ),
    NameColumn(
        code="CF_CFJG",
        label="处罚机关",
        attribute="agency_name",
        names=("行政处罚机关", "处罚机关名称", "作出处罚决定机关", "CF_XZJG"),
        expected=True,
        soft_length=200,
    ),
    CodeColumn(
        code="CF_CFJGDM",
        label="处罚机关统一社会信用代码",
        attribute="agency_code",
        names=("处罚机关代码", "处罚机关信用代码", "行政处罚机关统一社会信用代码"),
        expected=True,
        check=warn_credit_code,
    ),
    *source_columns("CF", "SJLY", expected=True),
)


def _combine(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    types, other = _read_types(draft, around)
    return {"penalty_types": types, "other_penalty": other}


def _read_types(draft: Draft, around: ImportContext) -> tuple[tuple[str, ...], str]:
    """Item 18: codes of the vocabulary, and what it does not know."""
    codes, unknown = _split(draft.values["penalty_words"], around.of(Vocabulary.PENALTY_TYPE))
    unknown = re.sub(r"^其他(?:行政处罚)?[-－—:：（(]*", "", unknown).rstrip("）)")
    if not unknown:
        return codes, ""
    column = IMPORT.by_code["CF_CFLB"]
    if _ORDERS.search(unknown):
        draft.warn(column, _("“%(words)s” is an order, not a penalty; it is kept as text.") % {"words": unknown[:40]})
        return codes, unknown
    draft.warn(column, _("“%(words)s” is no penalty type that is known; it counts as 其他.") % {"words": unknown[:40]})
    return tuple(dict.fromkeys((*codes, "other"))), unknown


def _split(text: str, words: Words) -> tuple[tuple[str, ...], str]:
    """A blank divides words, unless the layout has put it inside one (罚 款)."""
    codes, unknown = words.split(text)
    if unknown and " " in text:
        joined, rest = words.split(text.replace(" ", ""))
        if not rest:
            return joined, ""
    return codes, unknown


def _check_sums(draft: Draft, values: Values) -> None:
    """A fine without a sum is told; amounts that the row's own text contradicts keep it waiting.

    Yuan typed where 万元 is meant would be public ten thousandfold, whatever trust its source has.
    """
    told = {problem.column for problem in draft.problems}
    if draft.values["fine"] is None and "fine" in values["penalty_types"] and "CF_NR_FK" not in told:
        draft.warn(IMPORT.by_code["CF_NR_FK"], _("A fine is named, but its amount is missing."))
    for name in ("fine", "confiscated"):
        amount: Decimal | None = draft.values[name]
        if named := contradicting(name, amount, draft.values["result"]):
            draft.refuse(
                IMPORT.by_code[IMPORT.fields[name]],
                _("The column gives %(column)s yuan, the text of the penalty %(text)s yuan.")
                % {"column": f"{amount:f}", "text": "、".join(f"{one:f}" for one in named)},
            )


_LEFT_OUT = (
    *("procedure", "grade", "domain", "orders", "filed_on", "notified_on", "served_on", "remedy"),
    *("power", "benchmark", "benchmark_reason", "officers", "cited"),
)
IMPORT = ImportForm(
    kind="penalty",
    name="790",
    label="行政处罚",
    prefix="CF",
    subject="violation_kind",
    columns=_COLUMNS,
    left_out=dict.fromkeys(_LEFT_OUT, "the national form has no column for it; who keeps the record adds it"),
    combine=_combine,
    check=_check_sums,
)
PenaltyData = IMPORT.data
