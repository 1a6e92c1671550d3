"""Parties of decisions whose names stand in other texts."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Length, Replace, StrIndex

from pages.base.parties import Party
from privacy.detection.plain import plain, squeeze
from rules.models.publication_settings import PublicationSettings

# How a name may have been typed, and how it stands in a text in plain writing without blanks.
_PLAIN = ((" ", ""), ("\u3000", ""), ("（", "("), ("）", ")"))


def names_of(decisions: list[int]) -> list[tuple[str, str]]:
    """Names of the parties and representatives of decisions, each with the form in which it is public (two queries)."""
    if not decisions:
        return []
    policy = PublicationSettings.load().name_policy()
    rows = _union(
        [
            model.objects.filter(page_id__in=decisions).values_list("name", "category__code", "representative")
            for model in _models()
        ]
    )
    names = [(name, policy.for_category(category or "organisation")) for name, category, _head in rows]
    return names + [(head, policy.representative) for _name, _category, head in rows if head]


def named_without_decision(text: str, decisions: set[int]) -> set[str]:
    """Names of parties in a text, of decisions that are not among those given (two queries).

    Whoever is a party of one decision that is given may be named, whatever else was decided about them.
    """
    # The database looks for each name in the text: there are many names and one text.
    place = StrIndex(Value(squeeze(plain(text)), TextField()), _written("name"))
    named = [
        model.objects.annotate(letters=Length(_written("name")), place=place).filter(place__gt=0, letters__gt=1)
        for model in _models()
    ]
    found = {name for (name,) in _union([one.values_list("name") for one in named])}
    if not found or not decisions:
        return found
    told = _union([one.filter(page_id__in=decisions).values_list("name") for one in named])
    return found - {name for (name,) in told}


@cache
def _models() -> tuple[Any, ...]:
    """Every kind of party: of penalties, permits, coercion, other decisions and inspection results."""
    return tuple(model for model in apps.get_models() if issubclass(model, Party))


def _union(queries: list[QuerySet[Any, Any]]) -> list[Any]:
    """The rows of all, each once."""
    first, *others = queries
    return list(first.order_by().union(*(one.order_by() for one in others)))


def _written(column: str) -> Any:
    written: Any = F(column)
    for mark, meant in _PLAIN:
        written = Replace(written, Value(mark), Value(meant))
    return written
