"""Template tags of a record's page, for every kind; the work is done in ``records.types.present``."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from records.models.publication import PublicRecord
from records.public import presentation
from records.templatetags.chrome import search_address
from records.tones import Tag
from records.types import RecordType, kind_of
from records.types.drawing import draw
from records.types.present import Presented, ShownPart, ShownRow, present, tags

register = template.Library()


@register.simple_tag
def kind_of_record(record: PublicRecord) -> RecordType:
    """The declaration of the record's kind."""
    return kind_of(record.kind)


@register.simple_tag(takes_context=True)
def presented(context: dict[str, Any], record: PublicRecord) -> Presented:
    """What is shown of the record's own fields."""
    request = context.get("request")
    return present(record, getattr(request, "now", None) or timezone.now())


@register.simple_tag
def drawn(shown: ShownRow | ShownPart) -> SafeString:
    """A value by the template of its field; faster than an include."""
    return draw(shown.template, shown.value, shown.label)


@register.simple_tag
def record_tags(record: PublicRecord) -> list[Tag]:
    """Short values below the title."""
    return tags(record)


@register.simple_tag
def record_rows(record: PublicRecord, shown: Presented) -> list[ShownRow]:
    """The header table: number, agency, parties, date, own rows, window."""
    return presentation.record_rows(record, shown.rows, search_address())


@register.simple_tag
def record_links(shown: Presented) -> list[ShownPart]:
    """Everything that the declaration adds to a page drawn by hand: rows become parts of their own."""
    rows = [ShownPart(f"row-{number}", row.label, row.value, row.template) for number, row in enumerate(shown.rows)]
    return [*rows, *shown.parts]


@register.simple_tag
def record_steps(record: PublicRecord) -> list[presentation.Step]:
    """The record's date, its publication and its end."""
    return presentation.record_steps(record)


@register.simple_tag
def publication_basis(record: PublicRecord) -> list[str]:
    """On what its publication rests."""
    return presentation.disclosure_lines(record.fields)
