"""Template tags of a decision's page; the work is done in ``records.public.presentation``."""

from typing import Any

from django import template
from django.utils.encoding import uri_to_iri

from records.models.publication import PublicRecord
from records.public import presentation
from records.templatetags.chrome import search_address
from records.templatetags.display import address
from records.tones import Tag
from records.types.present import ShownPart, ShownRow

register = template.Library()


@register.simple_tag
def summary_rows(record: PublicRecord) -> list[ShownRow]:
    """Rows of the header table."""
    return presentation.summary_rows(record, search_address())


@register.simple_tag
def decision_tags(record: PublicRecord) -> list[Tag]:
    """Kinds of penalty and procedure."""
    return presentation.decision_tags(record)


@register.simple_tag
def decision_parts(record: PublicRecord) -> list[ShownPart]:
    """Headed parts of the text."""
    return presentation.decision_parts(record)


@register.simple_tag
def timeline(record: PublicRecord) -> list[presentation.Step]:
    """Steps of the decision and of its publication."""
    return presentation.timeline(record)


@register.simple_tag(takes_context=True)
def citation(context: dict[str, Any], record: PublicRecord) -> presentation.Citation:
    """How to cite the record, with its permanent address."""
    path = address(record.permalink or record.path)
    request = context.get("request")
    whole = request.build_absolute_uri(path) if request else path
    # Chinese characters as such: a reader can check the number, and browsers take the address as it is.
    return presentation.citation(record, uri_to_iri(whole))
