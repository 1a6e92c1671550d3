"""Lists of records and how many were found."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from records.models.publication import PublicRecord
from records.public import result_list as html

register = template.Library()


@register.simple_tag
def result_count(total: int, bounded: bool = False) -> str:
    """“268 records”; a bounded count ends in a plus: “10,000+ records”."""
    number = f"{total:,}+" if bounded else f"{total:,}"
    return ngettext("%(number)s record", "%(number)s records", total) % {"number": number}


@register.simple_tag
def record_list(records: Iterable[PublicRecord], level: str = "h2") -> SafeString:
    """Records as a list; ``level`` is the heading element of each."""
    return html.result_list((html.Item(record) for record in records), level)


@register.simple_tag
def found_list(results: Iterable[Any], level: str = "h2") -> SafeString:
    """Results of a search as a list: each has ``record``, ``title`` and ``extracts`` (safe HTML with <mark>)."""
    return html.result_list((html.Item(found.record, found.title, found.extracts) for found in results), level)


@register.filter
def filled(facets: Iterable[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """The facets that have a value to choose; an empty one is no door."""
    return [facet for facet in facets or [] if facet["values"]]
