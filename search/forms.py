"""What a visitor asked, read from an address or a command line into one frozen value."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.types import all_kinds, find_kind

MAX_CHARACTERS = 200
MAX_VALUES = 20
PAGE_SIZE = 20
MAX_SIZE = 100
# Deeper than this no engine is asked (Elasticsearch refuses from + size beyond 10,000); the download has everything.
MAX_DEPTH = 10_000

#: name in the address → title above the list of values
FILTERS = {"kind": _("Category"), "year": _("Year"), "penalty": _("Penalty type"), "agency": _("Agency")}
SORTS = {
    "relevance": pgettext_lazy("order of results", "Relevance"),
    "date": pgettext_lazy("order of results", "Date"),
    "amount": pgettext_lazy("order of results", "Amount"),
}


def filter_names() -> dict[str, Any]:
    """Every filter that an address may name: those of all records, then those of each kind."""
    own = {facet.name: facet.label for kind in all_kinds() for facet in kind.facets}
    return {**FILTERS, **own}


def facet_names(filters: "Filters") -> tuple[str, ...]:
    """The filters to count for a question: a kind's own only when it is the one that is chosen."""
    chosen = dict(filters).get("kind", ())
    kind = find_kind(chosen[0]) if len(chosen) == 1 else None
    own = tuple(facet.name for facet in kind.facets) if kind else ()
    # A filter that is chosen stays in sight, so that it can be taken off.
    return tuple(dict.fromkeys((*FILTERS, *own, *(name for name, _values in filters))))


Filters = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Words (as typed, cut at 200 characters), filters by name, order, page from 1 and size of a page."""

    words: str = ""
    filters: Filters = field(default=())
    sort: str = "relevance"
    page: int = 1
    size: int = PAGE_SIZE

    @classmethod
    def from_address(cls, values: QueryDict) -> Self:
        """Read ``?q=…&kind=…&page=…``; what makes no sense is left out, never an error."""
        return cls.of(
            values.get("q", ""),
            {name: values.getlist(name) for name in filter_names()},
            sort=values.get("sort", ""),
            page=_number(values.get("page", ""), 1),
        )

    @classmethod
    def of(
        cls,
        words: str,
        filters: Mapping[str, Iterable[str]] | None = None,
        sort: str = "",
        page: int = 1,
        size: int = PAGE_SIZE,
    ) -> Self:
        """Build from plain values, cleaned."""
        size = max(1, min(size, MAX_SIZE))
        known = filter_names()
        chosen = [(name, _values(name, given)) for name, given in (filters or {}).items() if name in known]
        return cls(
            _cleaned(words),
            tuple(sorted((name, values) for name, values in chosen if values)),
            sort if sort in SORTS else "relevance",
            max(1, min(page, MAX_DEPTH // size)),
            size,
        )

    def values(self, name: str) -> tuple[str, ...]:
        """The chosen values of one filter."""
        return dict(self.filters).get(name, ())

    def toggled(self, name: str, value: str) -> Self:
        """The same question with one filter value put on or taken off, from the first page."""
        chosen = dict(self.filters)
        before = chosen.get(name, ())
        chosen[name] = tuple(v for v in before if v != value) if value in before else (*before, value)
        return replace(self, filters=tuple(sorted((key, kept) for key, kept in chosen.items() if kept)), page=1)

    def parameters(self) -> str:
        """The question as the part of an address behind ``?``; the defaults are left out."""
        pairs: list[tuple[str, str]] = [("q", self.words)] if self.words else []
        pairs += [(name, value) for name, values in self.filters for value in values]
        pairs += [("sort", self.sort)] if self.sort != "relevance" else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return urlencode(pairs)


def _cleaned(words: str) -> str:
    """Without what has no width (pasted from web pages and PDF files), blanks made one."""
    seen = "".join(char for char in words.replace("\x00", " ") if unicodedata.category(char) != "Cf")
    return " ".join(seen.split())[:MAX_CHARACTERS]


def _values(name: str, given: Iterable[str]) -> tuple[str, ...]:
    cleaned = (value.replace("\x00", "").strip()[:100] for value in given)
    kept = [value for value in dict.fromkeys(cleaned) if value and (name != "year" or _number(value, 0))]
    return tuple(sorted(kept[:MAX_VALUES]))


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 6 else default
