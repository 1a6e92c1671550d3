"""Revision contents of many pages: what ``page.serializable_data()`` gives, in a fraction of its time."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from pages.base.shape import PARTIES, DecisionShape
from rules.models import Term

Parts = list[tuple[str, str]]


def revision_content(
    shape: DecisionShape, page: Any, parties: Iterable[Any], terms: Mapping[str, Iterable[Term]]
) -> dict[str, Any]:
    """A revision's content for JSON; relations that no fact fills are empty lists."""
    return {
        "pk": page.pk,
        **_values(page, _columns(shape.model)),
        **{name: [] for name in shape.others},
        PARTIES: [{"pk": party.pk, **_values(party, _columns(shape.party))} for party in parties],
        **{name: [term.pk for term in chosen] for name, chosen in terms.items()},
    }


@cache
def _columns(model: type[models.Model]) -> Parts:
    """(name, attribute) of the serialised columns, as modelcluster chooses them: no key, no link to the parent row."""
    serialised: list[Any] = list(model._meta.get_fields())
    return [
        (field.name, field.attname)
        for field in serialised
        if getattr(field, "concrete", False)
        and not field.many_to_many
        and field.serialize
        and not field.primary_key
        and not (field.remote_field and getattr(field.remote_field, "parent_link", False))
    ]


def _values(obj: Any, columns: Parts) -> dict[str, Any]:
    held = obj.__dict__
    return {name: _plain(held[attname]) for name, attname in columns}


def _moment(value: datetime) -> str:
    text = value.astimezone(UTC).isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    return text.removesuffix("+00:00") + "Z"


_PLAIN: dict[type, Callable[[Any], Any]] = {
    datetime: _moment,
    date: date.isoformat,
    Decimal: str,
    UUID: str,
}


def _plain(value: Any) -> Any:
    """As Django's JSON encoder writes it."""
    convert = _PLAIN.get(type(value))
    return convert(value) if convert else value
