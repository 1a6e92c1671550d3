"""Whether the database can hold what a row says, asked of the models themselves before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _

from importers.formats import ImportFormat
from importers.reading import CleanRow
from records.types.columns.problems import Problem
from records.types.columns.tidy import storable
from records.types.decision_data import DecisionData
from rules.numbers import normalise_number


def set_misfits_aside(row: CleanRow, kind: ImportFormat) -> CleanRow:
    """The row, or the row waiting with everything that no column can hold; the values themselves are not repeated."""
    if row.data is None:
        return row
    found: dict[str, str] = {}
    for code, reason in _misfits(kind, row.data):
        found.setdefault(code, reason)
    problems = tuple(Problem(row.sheet, row.line, code, "", reason) for code, reason in found.items())
    return replace(row, data=None, problems=problems) if found else row


def _misfits(kind: ImportFormat, data: DecisionData) -> Iterator[tuple[str, str]]:
    """Code of the column and reason of every value that its field cannot hold."""
    # The compared form is longer than the number where a character stands for several (㈱).
    yield from _of(kind, data, {"doc_no_norm": normalise_number(data.doc_no)}, kind.model)
    for party in data.parties:
        yield from _of(kind, party, {}, kind.model.parties.rel.related_model)


def _of(kind: ImportFormat, said: Any, derived: dict[str, str], model: type[models.Model]) -> Iterator[tuple[str, str]]:
    data_class: Any = type(said)
    for target in _targets(model, data_class):
        value = derived.get(target.name) or getattr(said, target.name, None)
        for reason in target.objections(value):
            yield kind.code_of("doc_no" if target.name in derived else target.name), reason


@dataclass(frozen=True, slots=True)
class _Target:
    """A column with what its field allows."""

    name: str
    max_length: int | None
    choices: frozenset[Any]
    validators: tuple[Any, ...]

    def objections(self, value: Any) -> Iterator[str]:
        """Why the column cannot hold a value; an empty one always fits."""
        if value in ("", None):
            return
        if isinstance(value, str) and storable(value) != value:
            yield _("The text holds a character that cannot be stored.")
        elif self.max_length is not None and isinstance(value, str) and len(value) > self.max_length:
            yield _("The text has %(length)d characters; at most %(limit)d can be stored.") % {
                "length": len(value),
                "limit": self.max_length,
            }
        elif self.choices and value not in self.choices:
            yield _("This is none of the values that can be chosen.")
        else:
            yield from self._refusals(value)

    def _refusals(self, value: Any) -> Iterator[str]:
        for validator in self.validators:
            try:
                validator(value)
            except ValidationError as error:
                yield from error.messages


@cache
def _targets(model: type[models.Model], data: type[Any]) -> tuple[_Target, ...]:
    """Columns that hold plain values of these facts; terms are looked up, and an unknown one has no code."""
    said = {one.name for one in fields(data)} | {"doc_no_norm"}
    return tuple(_target(one) for one in model._meta.concrete_fields if one.name in said and not one.is_relation)


def _target(field: Any) -> _Target:
    own = tuple(one for one in field.validators if not isinstance(one, MaxLengthValidator))
    choices = frozenset(value for value, _label in field.flatchoices)
    return _Target(field.name, field.max_length, choices, own)
