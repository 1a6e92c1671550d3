"""Lists of records and how many were found."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.translation import ngettext

from records.models.publication import PublicRecord
from records.public.result_list import list_item

register = template.Library()


@register.simple_tag
def result_count(total: int, bounded: bool = False) -> str:
    """“268 records”; a bounded count ends in a plus: “10,000+ records”."""
    number = f"{total:,}+" if bounded else f"{total:,}"
    return ngettext("%(number)s record", "%(number)s records", total) % {"number": number}


@register.inclusion_tag("components/result_list.html")
def record_list(records: Iterable[PublicRecord], level: str = "h2") -> dict[str, Any]:
    """Records as a list; ``level`` is the heading element of each."""
    return {"items": [list_item(record) for record in records], "level": level}


@register.inclusion_tag("components/result_list.html")
def found_list(results: Iterable[Any], level: str = "h2") -> dict[str, Any]:
    """Results of a search as a list: each has ``record``, ``title`` and ``extracts`` (safe HTML with <mark>)."""
    return {"items": [list_item(found.record, found.title, found.extracts) for found in results], "level": level}


@register.filter
def filled(facets: Iterable[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """The facets that have a value to choose; an empty one is no door."""
    return [facet for facet in facets or [] if facet["values"]]
