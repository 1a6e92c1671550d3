"""How the articles on which a record rests, and the remedies against it, are shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from privacy.masking import Masker
from records.templatetags.display import paragraphs
from records.types.fields import Addresses, PublicField
from rules.models.remedies import remedy_by_law


@dataclass(frozen=True)
class BasisField(PublicField):
    """The articles with their text; each leads to its place on the page of its law."""

    section = True
    template = "components/fields/basis.html"

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
        return [item["key"] for item in value or []]

    def shown(self, value: Any, addresses: Addresses) -> list[dict[str, Any]]:
        """[{label, address, lines}]; no address: the law is not public."""
        return [
            {
                "label": item["label"],
                "address": f"{addresses[item['key']]}#{item['anchor']}" if item["key"] in addresses else "",
                "lines": paragraphs(item["text"]),
            }
            for item in value or []
        ]


def _any_procedure(page: Any) -> list[str]:
    return [""]


@dataclass(frozen=True)
class RemedyField(PublicField):
    """A page's own words on remedies, else what the law gives on the day of reading.

    ``procedures`` names those of the page; the empty one is every act.
    """

    section = True
    template = "components/fields/prose.html"
    procedures: Callable[[Any], list[str]] = field(default=_any_procedure)

    def value(self, page: Any, masker: Masker) -> dict[str, Any]:
        """{"own", "procedures"}."""
        return {"own": masker(page.remedy), "procedures": self.procedures(page)}

    def text(self, value: Any) -> str:
        """Only its own words."""
        return str(value["own"]) if value else ""

    def shown(self, value: Any, addresses: Addresses) -> list[str]:
        if not value:
            return []
        today = timezone.localdate()
        texts = [value["own"]] if value["own"] else [remedy_by_law(today, one) for one in value["procedures"]]
        return [line for text in texts for line in paragraphs(text)]
