"""What of a page is public, and how it is shown: one declaration for projection and page.

Each ``PublicField`` reads one value from a page, masks it, and keeps it in the record's ``fields`` under its name as
plain JSON; the public page is drawn from that value alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from privacy.masking import Masker
from records.templatetags.display import day, fen, keep, kept, paragraphs, yuan
from records.tones import Reader, Tag, neutral
from rules import wording
from rules.windows import LONG_TERM

Text = str | Promise
_WHOLE = mark_safe(' class="gs-rows__whole"')
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
    section = False  # a part of the text with a heading of its own, not a row of the table

    def value(self, page: Any, masker: Masker) -> Any:
        """The public value as plain JSON: masked."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return masker(str(raw)) if raw not in (None, "") else ""

    def text(self, value: Any) -> str:
        """What of a value is searched."""
        return str(value or "") if self.searched else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """The value on the page; empty text: nothing to show."""
        return kept(value) if value else ""

    def tags(self, value: Any) -> list[Tag]:
        """The value as tags below a title; none when there is nothing to show."""
        html = self.html(value, {})
        return [Tag(html, self.tone(value))] if html else []

    def keys(self, value: Any) -> Iterable[str]:
        """Keys of records that the value leads to."""
        return ()


@dataclass(frozen=True)
class CodeField(PublicField):
    """A short text that must not break: a number, a code, a phone of an office, public by its declaration."""

    def value(self, page: Any, masker: Masker) -> str:
        """As it is, unless somebody typed an identity number into it."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return masker.code(str(raw)) if raw not in (None, "") else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """On one line."""
        return keep(value) if value else ""


@dataclass(frozen=True)
class DayField(PublicField):
    """A date; 2099-12-31 means long-term."""

    searched: bool = False

    def value(self, page: Any, masker: Masker) -> str:
        """ISO text."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return raw.isoformat() if isinstance(raw, date) else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """2026年11月22日."""
        if not value:
            return ""
        return wording.long_term() if value >= LONG_TERM.isoformat() else SafeString(day(value))


@dataclass(frozen=True)
class Money(PublicField):
    """An amount in yuan, kept as text with two places."""

    searched: bool = False

    def value(self, page: Any, masker: Masker) -> str | None:
        """ "15000.00"."""
        raw = self.read(page) if self.read else getattr(page, self.name)
        return None if raw is None else format(Decimal(raw), ".2f")

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """15,000 元."""
        return yuan(fen(value)) if value else ""


@dataclass(frozen=True)
class TagListField(PublicField):
    """Several short texts: terms, categories, areas."""

    def value(self, page: Any, masker: Masker) -> list[str]:
        """A list of texts."""
        raw = self.read(page) if self.read else getattr(page, self.name).all()
        return [masker(str(getattr(one, "label", one))) for one in raw]

    def text(self, value: Any) -> str:
        """All of them."""
        return " ".join(value or []) if self.searched else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """罚款、警告."""
        return format_html("{}", wording.enumerate_texts(value)) if value else ""

    def tags(self, value: Any) -> list[Tag]:
        """One for each."""
        return [Tag(kept(one), self.tone(one)) for one in value or []]


@dataclass(frozen=True)
class ProseField(PublicField):
    """A longer text in a part of its own with the label as heading."""

    section = True

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """Its lines as paragraphs."""
        return format_html_join("", "<p>{}</p>", ((kept(line),) for line in paragraphs(value)))


# Columns of tables that are contacts and codes of an office, there to be used; like ``CodeField`` among single values.
CONTACTS = frozenset({"phone", "fax", "email", "postcode", "code", "credit_code"})


@dataclass(frozen=True)
class TableField(PublicField):
    """Rows of a list. ``read`` gives dicts; ``columns`` are (name, label). On a phone each row becomes a card.

    ``whole`` names the columns that are numbers by their nature (an office's phone): on one line, masked as codes are.
    """

    columns: tuple[tuple[str, Text], ...] = ()
    whole: tuple[str, ...] = ()
    section = True

    def value(self, page: Any, masker: Masker) -> list[dict[str, str]]:
        """Only the declared columns, masked."""
        rows = self.read(page) if self.read else getattr(page, self.name).all()
        masks = [
            (name, masker.code if name in self.whole or name in CONTACTS else masker) for name, _label in self.columns
        ]
        return [{name: mask(str(_cell(row, name) or "")) for name, mask in masks} for row in rows]

    def text(self, value: Any) -> str:
        """All cells."""
        return "\n".join(" ".join(row.values()) for row in value or []) if self.searched else ""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """A table with a head; columns that are empty everywhere are left out."""
        used = [(name, label) for name, label in self.columns if any(row.get(name) for row in value or [])]
        if not used:
            return ""
        head = format_html_join("", '<th scope="col">{}</th>', ((label,) for _name, label in used))
        body = format_html_join("", "<tr>{}</tr>", ((_cells(row, used, self.whole),) for row in value))
        return format_html(
            '<div class="gs-rows" role="region" tabindex="0" aria-label="{}"><table class="gs-rows__table"><thead>'
            "<tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            _("%(name)s (table)") % {"name": self.label},  # not the name of the part around it
            head,
            body,
        )


@dataclass(frozen=True)
class LinksField(PublicField):
    """Other records that this one rests on: ``read`` gives (record key, label). A link stands while it is public."""

    section: bool = field(default=False)

    def value(self, page: Any, masker: Masker) -> list[dict[str, str]]:
        """[{key, label}]."""
        found = self.read(page) if self.read else ()
        return [{"key": key, "label": masker(label)} for key, label in found]

    def text(self, value: Any) -> str:
        """The labels."""
        return " ".join(item["label"] for item in value or []) if self.searched else ""

    def keys(self, value: Any) -> Iterable[str]:
        """The records."""
        return [item["key"] for item in value or []]

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """A list of links; plain text for what is not public."""
        if not value:
            return ""
        items = ((_link(item, addresses),) for item in value)
        return format_html('<ul class="gs-help gs-help--plain">{}</ul>', format_html_join("", "<li>{}</li>", items))


def _cell(row: Any, name: str) -> Any:
    found = row.get(name) if isinstance(row, dict) else getattr(row, name)
    return found() if callable(found) else found


def _cells(row: Mapping[str, str], used: list[tuple[str, Text]], whole: tuple[str, ...]) -> SafeString:
    return format_html_join(
        "",
        '<td data-label="{}"{}>{}</td>',
        ((label, _WHOLE if name in whole else "", kept(row.get(name, ""))) for name, label in used),
    )


def _link(item: Mapping[str, str], addresses: Addresses) -> SafeString:
    address = addresses.get(item["key"])
    if address is None:
        return format_html("{}", item["label"])
    return format_html('<a href="{}">{}</a>', address, item["label"])
