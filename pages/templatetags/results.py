"""How many records were found, in words."""

from django import template
from django.utils.translation import ngettext

register = template.Library()


@register.simple_tag
def result_count(total: int, bounded: bool = False) -> str:
    """“268 records”; a bounded count ends in a plus: “10,000+ records”."""
    number = f"{total:,}+" if bounded else f"{total:,}"
    return ngettext("%(number)s record", "%(number)s records", total) % {"number": number}
