"""The form by which sources tell of a kind, and in which it is told on: columns, and what only cells together say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from records.types.columns.base import Column, Draft
from records.types.columns.words import Words
from records.types.decision_data import DecisionData, decision_data


@dataclass(frozen=True, slots=True)
class ImportContext:
    """What cleaning asks besides the row: vocabularies, and the bodies that the site knows (name → credit code)."""

    words: Mapping[str, Words]
    agencies: Mapping[str, str]
    source_agency_name: str = ""
    source_agency_code: str = ""
    consistency: tuple[Any, ...] = ()

    def of(self, vocabulary: str) -> Words:
        """A vocabulary; one that is not known has no words."""
        return self.words.get(vocabulary, _NO_WORDS)


_NO_WORDS = Words({})
Values = dict[str, Any]


def _nothing(draft: Draft) -> None:
    return


def _no_values(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    return {}


def _no_objection(draft: Draft, values: Values) -> None:
    return


@dataclass(frozen=True, kw_only=True)
class ImportForm:
    """The form of a kind.

    ``name`` of the form, ``label`` of the kind in it, ``prefix`` of the codes of its party's columns, ``subject`` the
    fact that makes the title. ``prepare`` may fill cells from others before they are read. ``combine`` gives the facts
    that are no cell's own (``Column.fills``); it gets the codes of the columns that the sheet has. ``check`` refuses
    what can be read and contradicts itself. ``left_out`` names the columns of the page that it does not
    fill, each with the reason: one of which nothing is said is an error.
    """

    kind: str
    name: str
    label: str
    prefix: str
    subject: str
    columns: tuple[Column, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[Draft], None] = _nothing
    combine: Callable[[Draft, ImportContext, frozenset[str]], Values] = _no_values
    check: Callable[[Draft, Values], None] = _no_objection

    @cached_property
    def by_code(self) -> Mapping[str, Column]:
        return {column.code: column for column in self.columns}

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The facts that are compared, each with the code of its column; the authority's code is part of the key."""
        columns = (column for column in self.columns if column.attribute != "agency_code")
        return {name: column.code for column in columns for name in column.filled}

    @cached_property
    def combined(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that are made of cells of another name, by the attribute of the cell."""
        return {one.attribute: tuple(one.fills) for one in self.columns if one.fills is not None}

    @cached_property
    def data(self) -> type[DecisionData]:
        """The class of its facts; the same for every form of a kind that is declared once."""
        required = [one.attribute for one in self.columns if one.required and not one.of_party]
        first = ["doc_no", "decided_on", *(name for name in required if name not in {"doc_no", "decided_on"})]
        more = {name: value for one in self.columns for name, value in one.filled.items() if name not in first}
        return decision_data(self.kind, self.subject, first, more)

    @property
    def exported(self) -> Iterable[Column]:
        """The columns of an export in their order."""
        return (column for column in self.columns if column.is_exported)

    def code_of(self, name: str) -> str:
        """The column from which a fact is read, of the decision or of a party; empty when the form has none."""
        return self.fields.get(name) or next((one.code for one in self.columns if one.attribute == name), "")
