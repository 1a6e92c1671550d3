"""The kinds of record that can be imported, by the name that the command line and the database use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from importers.formats import penalty, penalty_columns, permit, permit_columns
from importers.formats.parties import ImportContext
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.kinds.permit.models import PermitDecisionPage
from records.types.columns.base import Column, Draft
from records.types.decision_data import PenaltyData, PermitData

__all__ = ["KINDS", "AnyData", "Form", "ImportContext", "ImportFormat"]

AnyData = PenaltyData | PermitData


@dataclass(frozen=True, slots=True)
class Form:
    """What a spreadsheet must look like to be read: its columns, and the function that cleans a row of it."""

    name: str
    form: str
    columns: Sequence[Column]
    clean_row: Callable[[Draft, tuple[Column, ...], Any], Any]


@dataclass(frozen=True, slots=True)
class ImportFormat(Form):
    """A form whose rows become pages.

    ``fields`` names the compared facts with the code of their column; ``party`` is the code of the party's name;
    ``model`` is the page that holds them.
    """

    label: str
    fields: Mapping[str, str]
    party: str
    model: type[Any]

    def label_of(self, code: str) -> str:
        """What the form calls a column."""
        return self.column(code).label

    def column(self, code: str) -> Column:
        """A column of the form."""
        return next(column for column in self.columns if column.code == code)

    def code_of(self, name: str) -> str:
        """The column from which a fact is read, of the decision or of a party; empty when the form has none."""
        return self.fields.get(name) or next((one.code for one in self.columns if one.attribute == name), "")


KINDS = {
    penalty.KIND: ImportFormat(
        penalty.KIND,
        penalty.FORM,
        penalty_columns.COLUMNS,
        penalty.clean_row,
        "行政处罚",
        penalty.FIELDS,
        "CF_XDR_MC",
        PenaltyDecisionPage,
    ),
    permit.KIND: ImportFormat(
        permit.KIND,
        permit.FORM,
        permit_columns.COLUMNS,
        permit.clean_row,
        "行政许可",
        permit.FIELDS,
        "XK_XDR_MC",
        PermitDecisionPage,
    ),
}
