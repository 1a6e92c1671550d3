"""A record as its page shows it, by the declaration of its kind: rows of the header table, headed parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import get_script_prefix

from records.models.publication import PublicRecord
from records.tones import Tag
from records.types.fields import Addresses
from records.types.record_type import RecordType
from records.types.registry import kind_of


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A label and a value, which ``template`` draws; ``full`` takes the whole width of the table."""

    label: str
    value: Any
    template: str = "components/fields/plain.html"
    full: bool = False


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the text: ``id`` is its anchor; ``template`` draws the value; ``headed``: its label is its heading."""

    id: str
    label: str
    value: Any
    template: str = "components/fields/prose.html"
    headed: bool = True


@dataclass(frozen=True)
class Presented:
    """What a page shows of a record's own fields."""

    rows: list[ShownRow] = field(default_factory=list)
    parts: list[ShownPart] = field(default_factory=list)


def present(record: PublicRecord, now: datetime) -> Presented:
    """Draw a record's fields (one query when it leads to other records)."""
    kind = kind_of(record.kind)
    addresses = addresses_of(_keys(kind, record.fields), now)
    rows, parts = [], []
    for one in kind.drawn:
        value = one.shown(record.fields.get(one.name), addresses)
        if not value:
            continue
        if one.section:
            parts.append(ShownPart(one.name.replace("_", "-"), str(one.label), value, one.template, one.headed))
        else:
            rows.append(ShownRow(str(one.label), value, one.template, one.full))
    return Presented(rows, parts)


def _keys(kind: RecordType, fields: dict[str, Any]) -> list[str]:
    return [key for one in kind.drawn for key in one.keys(fields.get(one.name))]


def addresses_of(keys: Iterable[str], now: datetime) -> Addresses:
    """Addresses of those records that are public at this moment."""
    wanted = set(keys)
    if not wanted:
        return {}
    root = get_script_prefix().rstrip("/")
    found = PublicRecord.objects.public(now).filter(key__in=wanted).values_list("key", "path")
    return {key: root + path for key, path in found if path}


def tags(record: PublicRecord) -> list[Tag]:
    """The values shown as tags below a title."""
    kind = kind_of(record.kind)
    return [tag for name in kind.tags for tag in kind.find[name].tags(record.fields.get(name))]


def summary_fields(record: PublicRecord) -> list[ShownRow]:
    """The line below a title in lists."""
    kind = kind_of(record.kind)
    shown = ((one := kind.find[name], one.shown(record.fields.get(name), {})) for name in kind.summary_fields)
    return [ShownRow(str(one.label), value, one.template) for one, value in shown if value]
