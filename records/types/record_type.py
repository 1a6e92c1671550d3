"""The declaration of a kind of public record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from privacy.masking import Masker
from records.tones import Tag
from records.types.fields import PublicField
from records.types.importing import ImportForm

Text = str | Promise


class Phase(StrEnum):
    """Where a kind stands in the order of 国办发〔2018〕118号: before, during or after enforcement; news."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEWS = "news"

    @property
    def label(self) -> Text:
        """The heading of the phase."""
        return _PHASES[self]


_PHASES: dict[str, Text] = {
    "before": _("Before enforcement"),
    "during": _("During enforcement"),
    "after": _("After enforcement"),
    "news": _("News and notices"),
}


@dataclass(frozen=True)
class Facet:
    """A filter of one kind. ``read`` gives the values of a page (plain texts, at most 80 characters each).

    ``of`` is the choice or tag that it narrows by, where that has another name.

    ``name`` stands in addresses and must not be one of ``kind year penalty agency type after before page q sort``.
    """

    name: str
    label: Text
    read: Callable[[Any], Iterable[str]]
    of: str = ""

    def values(self, page: Any) -> list[str]:
        """Cleaned values in a fixed order."""
        found = (" ".join(str(value).split())[:80] for value in self.read(page))
        return sorted({value for value in found if value})


@dataclass(frozen=True)
class RecordColumn:
    """A column of the record itself that a kind fills, for lists, filters and search: its types, its result.

    ``shown`` is named as the column and read as any field; ``most`` characters are kept of a text.
    """

    shown: PublicField
    most: int | None = None

    def value(self, page: Any, masker: Masker) -> Any:
        """The masked value."""
        return self.shown.value(page, masker)[: self.most]


@dataclass(frozen=True)
class Extra:
    """What a kind's own template needs besides its record; ``edge``: the next moment at which time alone changes it."""

    context: dict[str, Any]
    edge: datetime | None


@dataclass(frozen=True)
class Figures:
    """Figures of a kind's public records, in all and by year of decision: headings, and the way to its list."""

    heading: Text
    by_year: Text
    browse: Text


@dataclass(frozen=True)
class RecordType:
    """One kind of public record.

    ``key`` is the record's ``kind``; ``label`` the name of its list (plural), ``singular`` of one record;
    ``section`` the slug of its list below the home page and ``section_title`` that page's Chinese title;
    ``also_called`` are further names by which people ask for it;
    ``model`` the page type, None for records that are no pages; those name their model in ``subject``;
    ``archived`` lists keep one archive a year and go by date; others go by ``position``;
    ``shown`` is the allow-list: what is projected of a page, and how it is shown (``records.types.fields``);
    ``summary_fields`` names those of it that stand in the line below a title in lists; ``tags`` those shown as tags;
    ``date_label`` says what the record's date means; ``in_navigation`` puts the list into the main
    navigation, ``in_footer`` into the foot of every page;
    ``template`` draws a record, ``extend`` (record, GET values, moment) gives it what stands in other records;
    ``is_news`` lets the newest records appear on the home page and in the feed; ``has_board`` gives them a list of
    their own there; ``figures`` of one kind stand there too;
    ``deadline`` is the key of the rule by which its records are to be published;
    ``columns`` are columns of the record itself that it fills;
    ``unfiltered`` names choices and tags by which its list is not narrowed: one that is no filter is an error else;
    ``own_page`` names those of ``shown`` that the kind's own template draws;
    ``bare_permalink``: its permanent addresses go without the kind's name;
    ``list_tags`` reads the tags below a title in lists, where they are more than ``tags``;
    ``begin_label`` says what its button on the editors' first page does; none: no button;
    ``is_founding``: its section is made with the column, whatever else is chosen;
    ``is_repairable``: credit repair may end its publicity;
    ``fragment`` (record, root of the site, address) is its text with styles at each element, to be copied elsewhere;
    ``told_in`` names the columns that are told in a field, or a column of the record, of another name;
    ``internal`` those that nobody outside reads: a column of the page type that is nowhere named is an error;
    ``form`` is that in which sources tell of it and platforms are told;
    ``examined`` says which column answers an item of the consistency rules that is not called as it
    (``rules.consistency.view.DecisionView``).
    """

    key: str
    label: Text
    singular: Text
    section: str
    section_title: str
    phase: Phase
    also_called: tuple[str, ...] = ()
    model: Any = None
    subject: Any = None
    shown: tuple[PublicField, ...] = ()
    facets: tuple[Facet, ...] = ()
    summary_fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hint: Text = ""
    order: int = 100
    archived: bool = False
    in_navigation: bool = False
    in_footer: bool = False
    is_news: bool = False
    has_board: bool = False
    figures: Figures | None = None
    list_tags: Callable[[Any], list[Tag]] | None = None
    begin_label: Text = ""
    is_founding: bool = False
    is_repairable: bool = False
    fragment: Callable[[Any, str, str], str] | None = None
    date_label: Text = field(default_factory=lambda: _("Decided on"))
    template: str = "pages/record.html"
    extend: Callable[[Any, Mapping[str, str], datetime], Extra] | None = None
    icon: str = "doc-full"
    deadline: str = "publish_default"
    menu_label: Text = ""
    columns: tuple[RecordColumn, ...] = ()
    unfiltered: tuple[str, ...] = ()
    own_page: tuple[str, ...] = ()
    bare_permalink: bool = False
    told_in: Mapping[str, str] = field(default_factory=dict)
    internal: tuple[str, ...] = ()
    form: ImportForm | None = None
    examined: Mapping[str, str] = field(default_factory=dict)
    find: dict[str, PublicField] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.find.update({shown.name: shown for shown in self.shown})
        if unknown := {*self.summary_fields, *self.tags, *self.own_page}.difference(self.find):
            raise ValueError(f"{self.key}: nothing is shown under {sorted(unknown)}")

    @property
    def drawn(self) -> tuple[PublicField, ...]:
        """What is drawn by the declaration alone."""
        return tuple(one for one in self.shown if one.name not in self.own_page)

    def body(self, fields: Mapping[str, Any], columns: Mapping[str, Any]) -> str:
        """The text in which a record is searched."""
        texts = [one.text(fields[one.name]) for one in self.shown]
        texts += [one.shown.text(columns[one.shown.name]) for one in self.columns]
        return "\n".join(text for text in texts if text)

    @property
    def is_numbered(self) -> bool:
        """Whether its lists go by date; others go by their own order."""
        return self.archived or self.is_news
