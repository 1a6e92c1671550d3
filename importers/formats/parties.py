"""What all forms have in common when a row is read: its surroundings, its party, its authority."""

import datetime as dt
import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from records.types.columns.base import Column, Draft
from records.types.decision_data import PartyData, PartyIdentityNumbers
from records.types.importing import ImportContext, ImportForm
from rules.models.terms import Vocabulary
from rules.numbers import parse_number
from rules.validators import NO_CREDIT_CODE

ByCode = Mapping[str, Column]
_ITEMS = frozenset(PartyData.__slots__)
ORGANISATION, PERSON, SOLE_TRADER = "organisation", "person", "sole_trader"

# A credit code that begins so belongs to a sole trader (GB 32100-2015: 9 commerce, 2 individual business).
_SOLE_TRADER_CODE = "92"
_LIKE_A_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+$")


def read_party(draft: Draft, around: ImportContext, form: ImportForm) -> PartyData:
    """The party of a row, items 1–13."""
    values, by_code, prefix = draft.values, form.by_code, form.prefix
    category = _category(draft, around, by_code[f"{prefix}_XDR_LB"])
    code = values["credit_code"]
    if code == NO_CREDIT_CODE:
        code = ""
        if category != SOLE_TRADER:
            draft.refuse(
                by_code[f"{prefix}_XDR_SHXYM"], _("17 zeros and X stand for “no credit code” of a sole trader only.")
            )
    _check_party(draft, category, code, by_code, prefix)
    return PartyData(
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
        silent=frozenset(draft.silent & _ITEMS),
    )


def _category(draft: Draft, around: ImportContext, column: Column) -> str:
    """Item 2 as a word or a code; missing or unknown it follows from the codes, and then from the shape of the name.

    In doubt a short name is a person's, because a person's name is masked. A guess says nothing of a party that is
    known already.
    """
    written = draft.values["category"]
    if code := around.of(Vocabulary.PARTY_CATEGORY).exact(written):
        return code
    draft.silent.add("category")
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


def _check_party(draft: Draft, category: str, code: str, by_code: ByCode, prefix: str) -> None:
    """What the standard demands of persons and of organisations; only warnings (law.md 4.4)."""
    values = draft.values
    if category == PERSON:
        if not values["personal_id"]:
            draft.warn(
                by_code[f"{prefix}_XDR_ZJHM"], _("The standard demands the identity number of a natural person.")
            )
        if code:
            draft.warn(by_code[f"{prefix}_XDR_SHXYM"], _("A natural person has no credit code."))
        return
    if not code and category == ORGANISATION and not draft.problems:
        draft.warn(by_code[f"{prefix}_XDR_SHXYM"], _("The standard demands the credit code of an organisation."))
    if not values["representative"]:
        draft.warn(by_code[f"{prefix}_FRDB"], _("The standard demands the legal representative."))


def read_agency(draft: Draft, around: ImportContext) -> tuple[str, str]:
    """The code; else that of the body that is named; else the authority of the source. Only cells say anything."""
    name, code = draft.values["agency_name"], draft.values["agency_code"]
    if code:
        return name, code
    draft.silent.add("agency_code")
    if name:
        return name, around.agencies.get(name, "")
    draft.silent.add("agency_name")
    return around.source_agency_name, around.source_agency_code


def silent_names(draft: Draft, form: ImportForm) -> frozenset[str]:
    """The facts of which a row says nothing, those too that are read from a column of another name."""
    own = draft.silent & {*form.fields, "agency_code"}
    return frozenset(own.union(*(made for attribute, made in form.combined.items() if attribute in draft.silent)))


def check_year(draft: Draft, form: ImportForm) -> None:
    """Number and date usually tell the same year; a slip in either is told."""
    day: dt.date | None = draft.values["decided_on"]
    text = draft.values["doc_no"]
    if day is None or not text:
        return
    year = parse_number(text).year
    if year not in {day.year, day.year - 1}:
        draft.warn(
            form.by_code[form.fields["decided_on"]], _("The document number is of the year %(year)d.") % {"year": year}
        )
