"""The kinds of record that can be imported, by the name that the command line and the database use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from importers.columns.base import Column, Draft
from importers.kinds import penalty, penalty_columns
from importers.kinds.penalty import Surroundings
from pages.facts import DecisionFacts

__all__ = ["KINDS", "Kind", "Surroundings"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One importable form: its columns and the function that cleans a row of it."""

    name: str
    form: str
    columns: Sequence[Column]
    clean_row: Callable[[Draft, tuple[Column, ...], Surroundings], DecisionFacts | None]


KINDS = {penalty.KIND: Kind(penalty.KIND, penalty.FORM, penalty_columns.COLUMNS, penalty.clean_row)}
