"""The kinds of record that can be imported, by the name that the command line and the database use."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from importers.formats.cleaning import clean_row
from records.types import RecordType, all_kinds, find_kind
from records.types.columns.base import Column, Draft
from records.types.importing import ImportContext, ImportForm

__all__ = ["KINDS", "Form", "ImportContext", "ImportFormat"]


@dataclass(frozen=True, slots=True)
class Form:
    """What a spreadsheet must look like to be read: its columns, and the function that cleans a row of it."""

    name: str
    form: str
    columns: Sequence[Column]
    clean_row: Callable[[Draft, tuple[Column, ...], Any], Any]


@dataclass(frozen=True, slots=True)
class ImportFormat(Form):
    """A form whose rows become pages, as the kind declares it."""

    kind: RecordType
    declared: ImportForm

    @property
    def label(self) -> str:
        """The kind as the form calls it."""
        return self.declared.label

    @property
    def fields(self) -> Mapping[str, str]:
        """The compared facts with the code of their column."""
        return self.declared.fields

    @property
    def party(self) -> str:
        """The code of the party's name."""
        return self.code_of("name")

    @property
    def model(self) -> Any:
        """The page that holds the facts."""
        return self.kind.model

    def label_of(self, code: str) -> str:
        """What the form calls a column."""
        return self.column(code).label

    def column(self, code: str) -> Column:
        """A column of the form."""
        return self.declared.by_code[code]

    def code_of(self, name: str) -> str:
        """The column from which a fact is read, of the decision or of a party; empty when the form has none."""
        return self.declared.code_of(name)


class _Kinds(Mapping[str, ImportFormat]):
    """The kinds that declare a form, asked when they are wanted: they declare themselves when the apps are ready."""

    def __getitem__(self, key: str) -> ImportFormat:
        kind = find_kind(key)
        if kind is None or kind.form is None:
            raise KeyError(key)
        form = kind.form
        return ImportFormat(kind.key, form.name, form.columns, partial(clean_row, form), kind, form)

    def __iter__(self) -> Iterator[str]:
        return (kind.key for kind in all_kinds() if kind.form is not None)

    def __len__(self) -> int:
        return sum(1 for _key in self)


KINDS = _Kinds()
