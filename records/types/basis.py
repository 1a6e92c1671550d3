"""How the articles on which a record rests, and the remedies against it, are shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from privacy.masking import Masker
from records.templatetags.display import kept, paragraphs
from records.types.fields import Addresses, PublicField
from rules.models.remedies import remedy_by_law


@dataclass(frozen=True)
class BasisField(PublicField):
    """The articles with their text; each leads to its place on the page of its law."""

    section = True

    def value(self, page: Any, masker: Masker) -> list[dict[str, str]]:
        """[{key, anchor, label, text}]; a link that is not chosen yet (a preview) is left out."""
        return [
            {"key": one.law.record_key, "anchor": one.anchor, "label": one.citation, "text": masker(one.text)}
            for one in page.articles
        ]

    def text(self, value: Any) -> str:
        """The citations: the texts are searched on the pages of their laws."""
        return " ".join(item["label"] for item in value or [])

    def keys(self, value: Any) -> Iterable[str]:
        """The laws."""
        return [item["key"] for item in value or []]

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """Citation and text, folded."""
        rows = ((_citation(item, addresses), _folded(item["text"])) for item in value or [])
        return format_html_join("", '<div class="gs-basis">{}{}</div>', rows)


def _citation(item: dict[str, str], addresses: Addresses) -> SafeString:
    address = addresses.get(item["key"])
    if address is None:
        return format_html("<p>{}</p>", item["label"])
    return format_html('<p><a href="{}#{}">{}</a></p>', address, item["anchor"], item["label"])


def _folded(text: str) -> SafeString:
    return format_html_join("", '<p class="gs-basis__text">{}</p>', ((kept(line),) for line in paragraphs(text)))


def _any_procedure(page: Any) -> list[str]:
    return [""]


@dataclass(frozen=True)
class RemedyField(PublicField):
    """A page's own words on remedies, else what the law gives on the day of reading.

    ``procedures`` names those of the page; the empty one is every act.
    """

    section = True
    procedures: Callable[[Any], list[str]] = field(default=_any_procedure)

    def value(self, page: Any, masker: Masker) -> dict[str, Any]:
        """{"own", "procedures"}."""
        return {"own": masker(page.remedy), "procedures": self.procedures(page)}

    def text(self, value: Any) -> str:
        """Only its own words."""
        return str(value["own"]) if value else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """Paragraphs."""
        if not value:
            return ""
        today = timezone.localdate()
        texts = [value["own"]] if value["own"] else [remedy_by_law(today, one) for one in value["procedures"]]
        lines = (line for text in texts for line in paragraphs(text))
        return format_html_join("", "<p>{}</p>", ((kept(line),) for line in lines))
