"""Values and the template of their field made HTML."""

from functools import cache, lru_cache
from typing import Any

from django.template import Context, Template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language


def draw(template: str, value: Any, label: str) -> SafeString:
    """The piece of HTML, without the blank line that ends the file."""
    if isinstance(value, str):
        return _draw_text(template, value, isinstance(value, SafeString), label, get_language())
    return _draw(template, value, label)


# Lists ask for the same short texts again and again; what a template makes of a text hangs on nothing else.
@lru_cache(maxsize=4096)
def _draw_text(template: str, value: str, _is_safe: bool, label: str, _language: str | None) -> SafeString:
    return _draw(template, value, label)


def _draw(template: str, value: Any, label: str) -> SafeString:
    return mark_safe(_template(template).render(Context({"value": value, "label": label})).strip())  # noqa: S308


@cache
def _template(name: str) -> Template:
    return get_template(name).template  # type: ignore[attr-defined, no-any-return]
