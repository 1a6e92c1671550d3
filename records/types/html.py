"""HTML that the server made itself, as a part of a record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from privacy.masking import Masker
from records.templatetags.display import kept
from records.types.fields import Addresses, PublicField


@dataclass(frozen=True)
class HtmlField(PublicField):
    """Safe HTML made by the server (a rich text, a drawing) by ``draw(page, masker)``.

    ``words`` gives the searched text of the stored value.
    """

    section = True
    draw: Callable[[Any, Masker], str] = field(default=lambda page, masker: "")
    words: Callable[[str], str] | None = None

    def value(self, page: Any, masker: Masker) -> str:
        """HTML as text."""
        return str(self.draw(page, masker))

    def text(self, value: Any) -> str:
        """Its words."""
        return self.words(value) if self.words and value else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """As it is: it was made safe when it was projected."""
        return kept(mark_safe(value)) if value else ""  # noqa: S308
