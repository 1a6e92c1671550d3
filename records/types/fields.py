"""What of a page is public, and how it is shown: one declaration for projection and page.

Each ``PublicField`` reads one value from a page, masks it, and keeps it in the record's ``fields`` under its name as
plain JSON; the public page is drawn from that value alone, by the field's ``template``, which gets what ``shown`` makes
of it as ``value`` and the field's label as ``label``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise

from privacy.masking import Masker
from records.templatetags.display import paragraphs
from records.tones import Reader, Tag, neutral
from records.types.drawing import draw

Text = str | Promise
# Keys of records that are public at the moment, with their addresses.
Addresses = Mapping[str, str]


@dataclass(frozen=True)
class PublicField:
    """A short text in the header table. ``read`` defaults to the page's attribute of the same name.

    ``tone`` reads what the stored value says at a glance where it stands as a tag.
    """

    name: str
    label: Text
    read: Callable[[Any], Any] | None = None
    full: bool = False
    searched: bool = True
    tone: Reader = neutral
    section = False  # a part of the text, not a row of the table
    headed = True  # a part has its label as heading; one without stands for itself
    template = "components/fields/text.html"

    def value(self, page: Any, masker: Masker) -> Any:
        """The public value as plain JSON: masked."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return masker(str(raw)) if raw not in (None, "") else ""

    def text(self, value: Any) -> str:
        """What of a value is searched."""
        return str(value or "") if self.searched else ""

    def shown(self, value: Any, addresses: Addresses) -> Any:
        """What the template gets as ``value``; empty: nothing to show."""
        return value

    def html(self, value: Any, addresses: Addresses) -> str:
        """The value drawn outside a page (a comparison); empty text: nothing to show."""
        shown = self.shown(value, addresses)
        return draw(self.template, shown, str(self.label)) if shown else ""

    def tags(self, value: Any) -> list[Tag]:
        """The value as tags below a title; none when there is nothing to show."""
        shown = self.shown(value, {})
        return [Tag(str(shown), self.tone(value))] if shown else []

    def keys(self, value: Any) -> Iterable[str]:
        """Keys of records that the value leads to."""
        return ()


@dataclass(frozen=True)
class CodeField(PublicField):
    """A short text that must not break: a number, a code, a phone of an office, public by its declaration."""

    template = "components/fields/code.html"

    def value(self, page: Any, masker: Masker) -> str:
        """As it is, unless somebody typed an identity number into it."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return masker.code(str(raw)) if raw not in (None, "") else ""


@dataclass(frozen=True)
class DayField(PublicField):
    """A date; 2099-12-31 means long-term."""

    searched: bool = False
    template = "components/fields/day.html"

    def value(self, page: Any, masker: Masker) -> str:
        """ISO text."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return raw.isoformat() if isinstance(raw, date) else ""


@dataclass(frozen=True)
class Money(PublicField):
    """An amount in yuan, kept as text with two places."""

    searched: bool = False
    template = "components/fields/money.html"

    def value(self, page: Any, masker: Masker) -> str | None:
        """ "15000.00"."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return None if raw is None else format(Decimal(raw), ".2f")


@dataclass(frozen=True)
class TagListField(PublicField):
    """Several short texts: terms, categories, areas."""

    template = "components/fields/list.html"

    def value(self, page: Any, masker: Masker) -> list[str]:
        """A list of texts."""
        raw = self.read(page) if self.read else getattr(page, self.name).all()
        return [masker(str(getattr(one, "label", one))) for one in raw]

    def text(self, value: Any) -> str:
        return " ".join(value or []) if self.searched else ""

    def tags(self, value: Any) -> list[Tag]:
        return [Tag(one, self.tone(one)) for one in value or []]


@dataclass(frozen=True)
class ProseField(PublicField):
    """A longer text in a part of its own with the label as heading."""

    section = True
    template = "components/fields/prose.html"

    def shown(self, value: Any, addresses: Addresses) -> list[str]:
        return paragraphs(value)


@dataclass(frozen=True)
class LeadField(ProseField):
    """What a text is about, in a few sentences before it."""

    headed = False
    template = "components/fields/lead.html"


# Columns of tables that are contacts and codes of an office, there to be used; like ``CodeField`` among single values.
CONTACTS = frozenset({"phone", "fax", "email", "postcode", "code", "credit_code"})


@dataclass(frozen=True, slots=True)
class TableCell:
    """A text below its column's label; ``whole``: on one line."""

    label: str
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """What the template of a table gets."""

    labels: list[str]
    rows: list[list[TableCell]]


@dataclass(frozen=True)
class TableField(PublicField):
    """Rows of a list. ``read`` gives dicts; ``columns`` are (name, label). On a phone each row becomes a card.

    ``whole`` names the columns that are numbers by their nature (an office's phone): on one line, masked as codes are.
    """

    columns: tuple[tuple[str, Text], ...] = ()
    whole: tuple[str, ...] = ()
    section = True
    template = "components/fields/table.html"

    def value(self, page: Any, masker: Masker) -> list[dict[str, str]]:
        """Only the declared columns, masked."""
        rows = self.read(page) if self.read else getattr(page, self.name).all()
        masks = [
            (name, masker.code if name in self.whole or name in CONTACTS else masker) for name, _label in self.columns
        ]
        return [{name: mask(str(_cell(row, name) or "")) for name, mask in masks} for row in rows]

    def text(self, value: Any) -> str:
        return "\n".join(" ".join(row.values()) for row in value or []) if self.searched else ""

    def shown(self, value: Any, addresses: Addresses) -> Table | None:
        """The columns that are filled somewhere."""
        used = [(name, str(label)) for name, label in self.columns if any(row.get(name) for row in value or [])]
        if not used:
            return None
        rows = [[TableCell(label, row.get(name, ""), name in self.whole) for name, label in used] for row in value]
        return Table([label for _name, label in used], rows)


@dataclass(frozen=True)
class LinksField(PublicField):
    """Other records that this one rests on: ``read`` gives (record key, label). A link stands while it is public."""

    section: bool = field(default=False)
    template = "components/fields/links.html"

    def value(self, page: Any, masker: Masker) -> list[dict[str, str]]:
        """[{key, label}]."""
        found = self.read(page) if self.read else ()
        return [{"key": key, "label": masker(label)} for key, label in found]

    def text(self, value: Any) -> str:
        return " ".join(item["label"] for item in value or []) if self.searched else ""

    def keys(self, value: Any) -> Iterable[str]:
        return [item["key"] for item in value or []]

    def shown(self, value: Any, addresses: Addresses) -> list[dict[str, str]]:
        """[{label, address}]; no address: not public."""
        return [{"label": item["label"], "address": addresses.get(item["key"], "")} for item in value or []]


def _cell(row: Any, name: str) -> Any:
    found = row.get(name) if isinstance(row, dict) else getattr(row, name)
    return found() if callable(found) else found
