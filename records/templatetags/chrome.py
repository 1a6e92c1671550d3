"""Template tags of the frame around every public page: items, home, search address, language."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils import timezone

from records.public import navigation

register = template.Library()

HTML_LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}


@register.filter
def html_language(code: str) -> str:
    """The language tag of the page as HTML wants it: zh-Hans, en."""
    return HTML_LANGUAGES.get(code, code)


@register.simple_tag
def home_address() -> str:
    """The home page of the column, base path included."""
    return get_script_prefix()


@register.simple_tag
def search_address() -> str:
    """The public search page; empty while no search is installed."""
    try:
        return reverse("search")
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def shown_items(context: dict[str, Any], area: str) -> list[navigation.ShownNavItem]:
    """The items of an area that lead to something public at the moment of this request."""
    request = context.get("request")
    now = getattr(request, "now", None) or timezone.now()
    return navigation.shown_items(area, now, here=request.path if request else "")
