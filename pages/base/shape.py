"""The parts of a numbered decision, read from its page type: parties, terms, and what else may belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations

from records.types import kind_of
from rules.models import Term

PARTIES = "parties"


@dataclass(frozen=True, slots=True)
class DecisionShape:
    """A page type and its parts.

    ``term`` and ``terms`` are choices from vocabularies, field → vocabulary: of one value, of several. ``others`` are
    the relations to which no source says anything.
    """

    model: Any
    party: Any
    term: Mapping[str, str]
    terms: Mapping[str, str]
    others: tuple[str, ...]


@cache
def shape_of(kind: str) -> DecisionShape:
    model: Any = kind_of(kind).model
    several: Any = get_all_child_m2m_relations(model)
    terms = _vocabularies(several)
    relations = [one.get_accessor_name() for one in get_all_child_relations(model)] + [one.name for one in several]
    return DecisionShape(
        model=model,
        party=model.parties.rel.related_model,
        term=_vocabularies(model._meta.concrete_fields),
        terms=terms,
        others=tuple(name for name in relations if name not in {PARTIES, *terms}),
    )


def _vocabularies(found: Any) -> dict[str, str]:
    choices = [one for one in found if one.related_model is Term]
    return {one.name: one.remote_field.limit_choices_to["vocabulary"] for one in choices}


def plain_columns(model: Any, data: Any) -> tuple[str, ...]:
    """Names under which facts (of a class) are columns of a page as they are."""
    return _plain_columns(model, data)


@cache
def _plain_columns(model: Any, data: Any) -> tuple[str, ...]:
    said = {one.name for one in fields(data)}
    return tuple(one.name for one in model._meta.concrete_fields if one.name in said and not one.is_relation)
