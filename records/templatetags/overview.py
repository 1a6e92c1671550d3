"""The figures of what is public at the moment of a request."""

from typing import Any

from django import template
from django.utils import timezone

from records.public.overview import Overview, overview_at

register = template.Library()


@register.simple_tag(takes_context=True)
def overview(context: dict[str, Any]) -> Overview:
    """Records of the kind that declares figures, by year."""
    request = context.get("request")
    return overview_at(getattr(request, "now", None) or timezone.now())
