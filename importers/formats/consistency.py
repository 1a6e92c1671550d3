"""Findings of the consistency rules as warnings of a row: an import is told, and never refused for them."""

from pages.examination.consistency import of_data
from records.types.columns.base import Draft
from records.types.decision_data import DecisionData
from records.types.importing import ImportContext, ImportForm
from rules.consistency.run import examine


def warn_findings(draft: Draft, data: DecisionData, around: ImportContext, form: ImportForm) -> None:
    """Say what would keep the decision from being published by hand; a column that was told of is told of once."""
    told = {problem.column for problem in draft.warnings}
    for finding in examine(of_data(data), around.consistency, with_form=False):
        code = form.code_of(finding.field.rsplit("-", 1)[-1])
        if finding.is_error and code and code not in told:
            told.add(code)
            draft.warn(form.by_code[code], finding.message)
