"""Findings of the consistency rules as warnings of a row: an import is told, and never refused for them."""

from collections.abc import Sequence

from importers.formats.parties import ImportContext
from pages.examination.consistency import of_facts
from records.types.columns.base import Column, Draft
from records.types.decision_data import PenaltyData, PermitData
from rules.consistency.run import examine

_ATTRIBUTES = {"penalty_types": "penalty_words", "other_kind": "kind_words", "permit_kind": "kind_words"}


def warn_findings(
    draft: Draft, facts: PenaltyData | PermitData, around: ImportContext, columns: Sequence[Column]
) -> None:
    """Say what would keep the decision from being published by hand; a column that was told of is told of once."""
    told = {problem.column for problem in draft.warnings}
    for finding in examine(of_facts(facts), around.consistency, with_form=False):
        name = finding.field.rsplit("-", 1)[-1]
        column = next((one for one in columns if one.attribute == _ATTRIBUTES.get(name, name)), None)
        if finding.is_error and column is not None and column.code not in told:
            told.add(column.code)
            draft.warn(column, finding.message)
