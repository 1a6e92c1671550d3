"""Penalty decisions: from a line of the form to facts, with what is wrong told cell by cell."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from importers.formats.consistency import warn_findings
from importers.formats.parties import ImportContext, check_year, read_agency, read_party, silent_names
from importers.formats.penalty_columns import BY_CODE, COLUMNS
from importers.formats.sums import contradicting
from records.types.columns.base import Column, Draft
from records.types.decision_data import PartyData, PenaltyData

KIND = "penalty"
FORM = "790"
FIELDS = {
    "doc_no": "CF_WSH",
    "decided_on": "CF_JDRQ",
    "facts": "CF_SY",
    "violation_kind": "CF_WFXW",
    "basis": "CF_YJ",
    "penalty_types": "CF_CFLB",
    "other_penalty": "CF_CFLB",
    "result": "CF_NR",
    "fine": "CF_NR_FK",
    "confiscated": "CF_NR_WFFF",
    "licence": "CF_NR_ZKDX",
    "effect_until": "CF_YXQ",
    "declared_window_end": "CF_GSJZQ",
    "agency_name": "CF_CFJG",
    "source_name": "CF_SJLY",
    "source_code": "CF_SJLYDM",
    "remark": "BZ",
}
_ORDERS = re.compile(r"责令(?:限期)?(?:改正|整改|停止施工|停止违法行为)")


def clean_row(draft: Draft, columns: tuple[Column, ...], around: ImportContext) -> PenaltyData | None:
    """Clean every cell of a row, then what only cells together tell.

    Returns the decision with the one party of this row, or ``None`` when the draft has problems.
    """
    present = {column.code: column for column in columns}
    for column in COLUMNS:
        present.get(column.code, column).clean(draft)
    party = read_party(draft, around, BY_CODE, "CF")
    types, other = _penalties(draft, around)
    check_year(draft, BY_CODE["CF_JDRQ"])
    is_readable = not draft.problems
    _check_sums(draft, types)
    if not is_readable:
        return None
    facts = _facts(draft, party, types, other, around)
    if draft.problems:
        draft.withheld = facts
        return None
    warn_findings(draft, facts, around, COLUMNS)
    return facts


def _penalties(draft: Draft, around: ImportContext) -> tuple[tuple[str, ...], str]:
    """Item 18: codes of the vocabulary, and what it does not know."""
    codes, unknown = _split_penalties(draft.values["penalty_words"], around)
    unknown = re.sub(r"^其他(?:行政处罚)?[-－—:：（(]*", "", unknown).rstrip("）)")
    if not unknown:
        return codes, ""
    column = BY_CODE["CF_CFLB"]
    if _ORDERS.search(unknown):
        draft.warn(column, _("“%(words)s” is an order, not a penalty; it is kept as text.") % {"words": unknown[:40]})
        return codes, unknown
    draft.warn(column, _("“%(words)s” is no penalty type that is known; it counts as 其他.") % {"words": unknown[:40]})
    return tuple(dict.fromkeys((*codes, "other"))), unknown


def _split_penalties(text: str, around: ImportContext) -> tuple[tuple[str, ...], str]:
    """A blank divides words, unless the layout has put it inside one (罚 款)."""
    codes, unknown = around.penalty_types.split(text)
    if unknown and " " in text:
        joined, rest = around.penalty_types.split(text.replace(" ", ""))
        if not rest:
            return joined, ""
    return codes, unknown


def _check_sums(draft: Draft, types: tuple[str, ...]) -> None:
    """A fine without a sum is told; amounts that the row's own text contradicts keep it waiting.

    Yuan typed where 万元 is meant would be public ten thousandfold, whatever trust its source has.
    """
    told = {problem.column for problem in draft.problems}
    if draft.values["fine"] is None and "fine" in types and "CF_NR_FK" not in told:
        draft.warn(BY_CODE["CF_NR_FK"], _("A fine is named, but its amount is missing."))
    for name in ("fine", "confiscated"):
        amount: Decimal | None = draft.values[name]
        if named := contradicting(name, amount, draft.values["result"]):
            draft.refuse(
                BY_CODE[FIELDS[name]],
                _("The column gives %(column)s yuan, the text of the penalty %(text)s yuan.")
                % {"column": f"{amount:f}", "text": "、".join(f"{one:f}" for one in named)},
            )


def _facts(draft: Draft, party: PartyData, types: tuple[str, ...], other: str, around: ImportContext) -> PenaltyData:
    values = draft.values
    name, code = read_agency(draft, around)
    return PenaltyData(
        doc_no=values["doc_no"],
        decided_on=values["decided_on"],
        facts=values["facts"],
        parties=(party,),
        violation_kind=values["violation_kind"],
        basis=values["basis"],
        penalty_types=types,
        other_penalty=other,
        result=values["result"],
        fine=values["fine"],
        confiscated=values["confiscated"],
        licence=values["licence"],
        effect_until=values["effect_until"],
        declared_window_end=values["declared_window_end"],
        agency_name=name,
        agency_code=code,
        source_name=values["source_name"],
        source_code=values["source_code"],
        remark=values["remark"],
        silent=silent_names(draft, FIELDS, {"penalty_words": ("penalty_types", "other_penalty")}),
    )
