"""The figures of what is public at the moment of a request."""

from typing import Any

from django import template
from django.utils import timezone

from records.public.overview import Overview, penalty_overview

register = template.Library()


@register.simple_tag(takes_context=True)
def overview(context: dict[str, Any]) -> Overview:
    """Penalty decisions that are public now, by year."""
    request = context.get("request")
    return penalty_overview(getattr(request, "now", None) or timezone.now())
