"""The kinds of record that can be imported, by the name that the command line and the database use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from importers.columns.base import Column, Draft
from importers.kinds import penalty, penalty_columns, permit, permit_columns
from importers.kinds.parties import Surroundings
from pages.actions import DecisionChange, PermitChange, apply_decisions, apply_permits
from pages.facts import DecisionFacts, PermitFacts
from pages.models import PenaltyDecisionPage, PermitDecisionPage

__all__ = ["KINDS", "AnyFacts", "Kind", "Surroundings"]

AnyFacts = DecisionFacts | PermitFacts


@dataclass(frozen=True, slots=True)
class Kind:
    """One importable form.

    ``clean_row`` cleans a row; ``fields`` names the compared facts with the code of their column; ``model`` is the page
    that holds them; ``apply`` is the act that writes what ``change`` asks; ``party`` is the code of the party's name.
    """

    name: str
    label: str
    form: str
    columns: Sequence[Column]
    clean_row: Callable[[Draft, tuple[Column, ...], Surroundings], AnyFacts | None]
    fields: Mapping[str, str]
    party: str
    model: type[Any]
    change: Callable[[Any, int | None], Any]
    apply: Callable[..., Any]

    def label_of(self, code: str) -> str:
        """What the form calls a column."""
        return next(column.label for column in self.columns if column.code == code)


KINDS = {
    penalty.KIND: Kind(
        penalty.KIND,
        "行政处罚",
        penalty.FORM,
        penalty_columns.COLUMNS,
        penalty.clean_row,
        penalty.FIELDS,
        "CF_XDR_MC",
        PenaltyDecisionPage,
        DecisionChange,
        apply_decisions,
    ),
    permit.KIND: Kind(
        permit.KIND,
        "行政许可",
        permit.FORM,
        permit_columns.COLUMNS,
        permit.clean_row,
        permit.FIELDS,
        "XK_XDR_MC",
        PermitDecisionPage,
        PermitChange,
        apply_permits,
    ),
}
