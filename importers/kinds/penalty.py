"""Penalty decisions: from a line of the form to facts, with what is wrong told cell by cell."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from importers.columns.amounts import read_amount
from importers.columns.base import Column, Draft
from importers.kinds.consistency import warn_findings
from importers.kinds.parties import Surroundings, check_year, read_authority, read_party, silent_names
from importers.kinds.penalty_columns import BY_CODE, COLUMNS
from pages.facts import DecisionFacts, PartyFacts

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
    "authority_name": "CF_CFJG",
    "source_name": "CF_SJLY",
    "source_code": "CF_SJLYDM",
    "remark": "BZ",
}
_FINE_IN_RESULT = re.compile(r"罚款(?:人民币)?([^，,；;。、\s]*?元)")
_ORDERS = re.compile(r"责令(?:限期)?(?:改正|整改|停止施工|停止违法行为)")


def clean_row(draft: Draft, columns: tuple[Column, ...], around: Surroundings) -> DecisionFacts | None:
    """Clean every cell of a row, then what only cells together tell.

    Returns the decision with the one party of this row, or ``None`` when the draft has problems.
    """
    present = {column.code: column for column in columns}
    for column in COLUMNS:
        present.get(column.code, column).clean(draft)
    party = read_party(draft, around, BY_CODE, "CF")
    types, other = _penalties(draft, around)
    _check_sums(draft, types)
    check_year(draft, BY_CODE["CF_JDRQ"])
    if draft.problems:
        return None
    facts = _facts(draft, party, types, other, around)
    warn_findings(draft, facts, around, COLUMNS)
    return facts


def _penalties(draft: Draft, around: Surroundings) -> tuple[tuple[str, ...], str]:
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


def _split_penalties(text: str, around: Surroundings) -> tuple[tuple[str, ...], str]:
    """A blank divides words, unless the layout has put it inside one (罚 款)."""
    codes, unknown = around.penalty_types.split(text)
    if unknown and " " in text:
        joined, rest = around.penalty_types.split(text.replace(" ", ""))
        if not rest:
            return joined, ""
    return codes, unknown


def _check_sums(draft: Draft, types: tuple[str, ...]) -> None:
    """A fine without a sum, and a column filled in yuan where 万元 is meant, are told."""
    fine: Decimal | None = draft.values["fine"]
    column = BY_CODE["CF_NR_FK"]
    if fine is None:
        if "fine" in types and not any(problem.column == column.code for problem in draft.problems):
            draft.warn(column, _("A fine is named, but its amount is missing."))
        return
    stated = _stated_fine(draft.values["result"])
    if stated is not None and abs(stated - fine) > 1:
        draft.warn(
            column,
            _("The column gives %(column)s yuan, the text of the penalty %(text)s yuan.")
            % {"column": f"{fine:f}", "text": f"{stated:f}"},
        )


def _stated_fine(result: str) -> Decimal | None:
    """The one fine that a text names; ``None`` for none or several."""
    sums = _FINE_IN_RESULT.findall(result)
    if len(sums) != 1:
        return None
    try:
        amount = read_amount(sums[0], Decimal(1))
    except ValueError:
        return None
    return amount.yuan if amount else None


def _facts(draft: Draft, party: PartyFacts, types: tuple[str, ...], other: str, around: Surroundings) -> DecisionFacts:
    values = draft.values
    name, code = read_authority(draft, around)
    return DecisionFacts(
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
        authority_name=name,
        authority_code=code,
        source_name=values["source_name"],
        source_code=values["source_code"],
        remark=values["remark"],
        silent=silent_names(draft, FIELDS, {"penalty_words": ("penalty_types", "other_penalty")}),
    )
