"""How the rows of a list are shown: a numbered table, a filter by one of its columns."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from records.types import Facet
from records.types.fields import TableField, Text

Columns = tuple[tuple[str, Text], ...]
NUMBER: Columns = (("number", _("No.")),)


def listed_rows(*names: str, relation: str = "rows") -> Callable[[Any], Iterator[dict[str, Any]]]:
    """Reads the rows of a page with their number; terms by their Chinese name."""

    def read(page: Any) -> Iterator[dict[str, Any]]:
        for number, row in enumerate(getattr(page, relation).all(), start=1):
            values = ((name, getattr(row, name)) for name in names)
            yield {"number": number, **{name: _cell(value) for name, value in values}}

    return read


def _cell(value: Any) -> Any:
    """What stands in a record is Chinese in every language of the reader: terms and dates too."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return getattr(value, "label", value)


def catalogue_table(
    name: str, label: Text, columns: Columns, relation: str = "rows", whole: tuple[str, ...] = ()
) -> TableField:
    """A numbered table of a page's rows; ``whole``: columns of offices' phones and the like (see ``TableField``)."""
    read = listed_rows(*(column for column, _label in columns), relation=relation)
    return TableField(name, label, read=read, columns=(*NUMBER, *columns), whole=whole)


def row_facet(name: str, label: Text, column: str) -> Facet:
    """A filter by the values of a column of the rows."""
    return Facet(name, label, lambda page: [row[column] or "" for row in listed_rows(column)(page)])
