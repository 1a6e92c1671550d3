"""From a line of a form to facts, with what is wrong told cell by cell."""

from importers.formats.consistency import warn_findings
from importers.formats.parties import check_year, read_agency, read_party, silent_names
from records.types.columns.base import Column, Draft
from records.types.decision_data import DecisionData, PartyData
from records.types.importing import ImportContext, ImportForm, Values


def clean_row(
    form: ImportForm, draft: Draft, columns: tuple[Column, ...], around: ImportContext
) -> DecisionData | None:
    """Clean every cell of a row, then what only cells together tell.

    Returns the decision with the one party of this row, or ``None`` when the draft has problems.
    """
    present = {column.code: column for column in columns}
    form.prepare(draft)
    for column in form.columns:
        present.get(column.code, column).clean(draft)
    party = read_party(draft, around, form)
    combined = form.combine(draft, around, frozenset(present))
    check_year(draft, form)
    is_readable = not draft.problems
    form.check(draft, combined)
    if not is_readable:
        return None
    data = _data(form, draft, party, combined, around)
    if draft.problems:
        draft.withheld = data
        return None
    warn_findings(draft, data, around, form)
    return data


def _data(form: ImportForm, draft: Draft, party: PartyData, combined: Values, around: ImportContext) -> DecisionData:
    name, code = read_agency(draft, around)
    own = {fact: draft.values[fact] for fact in form.fields if fact not in combined}
    own |= {"agency_name": name, "agency_code": code}
    return form.data(**own, **combined, parties=(party,), silent=silent_names(draft, form))
