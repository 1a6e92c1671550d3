"""Penalty decisions: from a line of the form to facts, with what is wrong told cell by cell."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from importers.columns.amounts import read_amount
from importers.columns.base import Column, Draft
from importers.kinds.penalty_columns import BY_CODE, COLUMNS
from importers.kinds.words import Words
from pages.facts import DecisionFacts, PartyFacts, PartyIdentityNumbers
from pages.numbers import parse_number
from pages.validators import NO_CREDIT_CODE

KIND = "penalty"
FORM = "790"
ORGANISATION, PERSON, SOLE_TRADER = "organisation", "person", "sole_trader"

# A credit code that begins so belongs to a sole trader (GB 32100-2015: 9 commerce, 2 individual business).
_SOLE_TRADER_CODE = "92"
_LIKE_A_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+$")
_FINE_IN_RESULT = re.compile(r"罚款(?:人民币)?([^，,；;。、\s]*?元)")
_ORDERS = re.compile(r"责令(?:限期)?(?:改正|整改|停止施工|停止违法行为)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What cleaning asks besides the row: vocabularies, and the bodies that the site knows (name → credit code)."""

    categories: Words
    penalty_types: Words
    identity_documents: Words
    entities: Mapping[str, str]
    source_authority_name: str = ""
    source_authority_code: str = ""


def clean_row(draft: Draft, columns: tuple[Column, ...], around: Surroundings) -> DecisionFacts | None:
    """Clean every cell of a row, then what only cells together tell.

    Returns the decision with the one party of this row, or ``None`` when the draft has problems.
    """
    present = {column.code: column for column in columns}
    for column in COLUMNS:
        present.get(column.code, column).clean(draft)
    party = _party(draft, around)
    types, other = _penalties(draft, around)
    _check_sums(draft, types)
    _check_year(draft)
    if draft.problems:
        return None
    return _facts(draft, party, types, other, around)


def _party(draft: Draft, around: Surroundings) -> PartyFacts:
    values = draft.values
    category = _category(draft, around)
    code = values["credit_code"]
    if code == NO_CREDIT_CODE:
        code = ""
        if category != SOLE_TRADER:
            draft.refuse(BY_CODE["CF_XDR_SHXYM"], _("17 zeros and X stand for “no credit code” of a sole trader only."))
    _check_party(draft, category, code)
    return PartyFacts(
        name=values["name"],
        category=category,
        credit_code=code,
        registration_no=values["registration_no"],
        organisation_code=values["organisation_code"],
        tax_no=values["tax_no"],
        institution_no=values["institution_no"],
        social_org_no=values["social_org_no"],
        representative=values["representative"],
        representative_id_type=values["representative_id_type"],
        id_type=values["id_type"],
        identity=PartyIdentityNumbers(values["personal_id"], values["representative_id"]),
    )


def _category(draft: Draft, around: Surroundings) -> str:
    """Item 2 as a word or a code; missing or unknown it follows from the codes, and then from the shape of the name.

    In doubt a short name is a person's, because a person's name is masked.
    """
    column = BY_CODE["CF_XDR_LB"]
    written = draft.values["category"]
    if code := around.categories.exact(written):
        return code
    guess = _guess_category(draft)
    if written:
        draft.warn(column, _("This category is not known; the party is taken as %(guess)s.") % {"guess": _said(guess)})
    else:
        draft.warn(column, _("The category is missing; the party is taken as %(guess)s.") % {"guess": _said(guess)})
    return guess


def _guess_category(draft: Draft) -> str:
    code = draft.values["credit_code"]
    if code:
        return SOLE_TRADER if code == NO_CREDIT_CODE or code.startswith(_SOLE_TRADER_CODE) else ORGANISATION
    if draft.values["personal_id"] or _LIKE_A_PERSON.match(draft.values["name"]):
        return PERSON
    return ORGANISATION


def _said(category: str) -> str:
    return {PERSON: "自然人", SOLE_TRADER: "个体工商户"}.get(category, "法人及非法人组织")


def _check_party(draft: Draft, category: str, code: str) -> None:
    """What the standard demands of persons and of organisations; only warnings (law.md 4.4)."""
    values = draft.values
    if category == PERSON:
        if not values["personal_id"]:
            draft.warn(BY_CODE["CF_XDR_ZJHM"], _("The standard demands the identity number of a natural person."))
        if code:
            draft.warn(BY_CODE["CF_XDR_SHXYM"], _("A natural person has no credit code."))
        return
    if not code and category == ORGANISATION and not draft.problems:
        draft.warn(BY_CODE["CF_XDR_SHXYM"], _("The standard demands the credit code of an organisation."))
    if not values["representative"]:
        draft.warn(BY_CODE["CF_FRDB"], _("The standard demands the legal representative."))


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


def _check_year(draft: Draft) -> None:
    """Number and date usually tell the same year; a slip in either is told."""
    day: dt.date | None = draft.values["decided_on"]
    text = draft.values["doc_no"]
    if day is None or not text:
        return
    year = parse_number(text).year
    if year not in {day.year, day.year - 1}:
        draft.warn(BY_CODE["CF_JDRQ"], _("The document number is of the year %(year)d.") % {"year": year})


def _facts(draft: Draft, party: PartyFacts, types: tuple[str, ...], other: str, around: Surroundings) -> DecisionFacts:
    values = draft.values
    name, code = _authority(draft, around)
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
    )


def _authority(draft: Draft, around: Surroundings) -> tuple[str, str]:
    """Item 27; else the code of the body that item 26 names; else the authority of the source."""
    name, code = draft.values["authority_name"], draft.values["authority_code"]
    if code:
        return name, code
    if name:
        return name, around.entities.get(name, "")
    return around.source_authority_name, around.source_authority_code
