"""The public table of a body's officers: read from their records at each request, narrowed by plain GET."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.checks import Error, register
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from records.counts import public_state
from records.models.publication import PublicRecord
from records.types.record_type import Extra
from records.types.registry import find_kind

KIND = "officer"
_LONGEST = 80
# More than any one body has; a list beyond it would be no page to read.
_MOST = 5000
FILTERS = (("unit", _("Internal unit")), ("category", _("Category of enforcement")), ("area", _("Area of enforcement")))


@dataclass(frozen=True, slots=True)
class Sieve:
    """One choice of the form: its name, label, the values there are, and the one chosen."""

    name: str
    label: Any
    values: list[str]
    chosen: str


def officer_table(record: PublicRecord, asked: Mapping[str, str], now: datetime) -> Extra:
    """Officers of the list's body who are public at this moment (one query), and the form that narrows them."""
    chosen = {name: asked.get(name, "").strip()[:_LONGEST] for name in ("name", *(name for name, _label in FILTERS))}
    rows = _rows(record.agency, now)
    found = [row for row in rows if _fits(row, chosen)]
    context = {
        "officers": found,
        "officer_total": len(rows),
        "sieves": [Sieve(name, label, _values(rows, name, record.agency), chosen[name]) for name, label in FILTERS],
        "officer_name": chosen["name"],
        "is_narrowed": any(chosen.values()),
    }
    return Extra(context, public_state(now).edge)


def _rows(agency: str, now: datetime) -> list[PublicRecord]:
    records = PublicRecord.objects.public(now).filter(kind=KIND).with_facet("unit", agency)
    return list(records.only("title", "path", "fields", "facets").order_by("position", "pk")[:_MOST])


def _fits(row: PublicRecord, chosen: Mapping[str, str]) -> bool:
    """Name or certificate number contain the text; the other filters are exact."""
    name = "".join(chosen["name"].split())
    if name and name not in row.title and name.upper() not in row.fields.get("certificate_no", ""):
        return False
    return all(not chosen[key] or chosen[key] in row.facets.get(key, []) for key, _label in FILTERS)


def _values(rows: Iterable[PublicRecord], name: str, agency: str) -> list[str]:
    """Each value once, in the order of the list; the body itself is no internal unit."""
    values = (value for row in rows for value in row.facets.get(name, []))
    return [value for value in dict.fromkeys(values) if value != agency]


@register()
def check_filters(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A choice that no record has would narrow the table to nothing."""
    kind = find_kind(KIND)
    there = {facet.name for facet in kind.facets} if kind else set()
    names = [name for name, _label in FILTERS if name not in there]
    message = gettext("The table of officers is narrowed by %(names)s, which %(kind)s does not declare.")
    words = {"names": ", ".join(names), "kind": KIND}
    hint = gettext("Name it in facets of its kind.py.")
    return [Error(message % words, hint=hint, id="pages.E017")] if names else []
