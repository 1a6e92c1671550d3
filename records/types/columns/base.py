"""One class for one kind of import column: resolve its header, clean its cell, assign the value."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from records.types.columns.amounts import WAN, read_amount
from records.types.columns.cells import Cell
from records.types.columns.codes import mask_identities, read_code
from records.types.columns.dates import LONG_TERM, UnclearDateError, read_date
from records.types.columns.problems import Problem, shown_value
from records.types.columns.tidy import says_none, tidy, tidy_line, tidy_name

_SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One row of an export: a decision with one of its parties and, when they are asked for, that party's numbers."""

    page: Any
    party: Any
    personal: str = ""
    representative: str = ""


class CellError(ValueError):
    """This cell keeps its row out of the database; the message is the reason for the sender."""


@dataclass(slots=True)
class Draft:
    """One row while it is cleaned: values by attribute, and what was found wrong.

    ``problems`` keep the row waiting, ``warnings`` only inform. ``today`` is the day of the run.
    ``absent`` columns are not in the sheet and ``blank_columns`` hold nothing in it, which is said once and not line by
    line. ``silent`` names the attributes of which the row says nothing: whatever a record holds there stays.
    ``withheld`` is what a row says that can be read and contradicts itself: it waits, and so do rows that say otherwise
    of the same decision.
    """

    sheet: str
    line: int
    cells: dict[str, Cell]
    today: dt.date
    blank_columns: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    silent: set[str] = field(default_factory=set)
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    withheld: Any = None

    def refuse(self, column: "Column", reason: str) -> None:
        """Keep the row waiting."""
        self.problems.append(self._about(column, reason))

    def warn(self, column: "Column", reason: str) -> None:
        """Tell the sender, and take the row; of a column that the sheet lacks the sheet is told."""
        if column.code not in self.absent:
            self.warnings.append(self._about(column, reason))

    def _about(self, column: "Column", reason: str) -> Problem:
        value = shown_value(self.cells.get(column.code), is_identity=column.is_identity, is_code=column.is_code)
        # A reason may quote the value.
        return Problem(self.sheet, self.line, column.code, value, mask_identities(reason, among_codes=column.is_code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a form.

    ``code`` and ``label`` as the standard names it, ``names`` other headers seen for it; ``attribute`` is where the
    value goes. ``required`` keeps a row without it waiting, ``expected`` only warns (必填 outside the first list);
    ``conditional`` is demanded of some rows only. ``soft_length`` warns, nothing is cut.

    ``fills`` names the facts that are made of it, each with what a new record starts with; None: the one called as its
    attribute, as it is. ``of_party``: the value is one of the party's. ``export`` writes it into the same form, where
    that is not the value itself; ``demanded_of`` says of which lines the standard demands it.
    """

    code: str
    label: str
    attribute: str
    names: tuple[str, ...] = ()
    required: bool = False
    expected: bool = False
    conditional: bool = False
    is_identity: bool = False
    soft_length: int = 0
    empty: Any = ""
    fills: Mapping[str, Any] | None = None
    of_party: bool = False
    is_exported: bool = True
    export: Callable[[ExportLine], str] | None = None
    demanded_of: Callable[[ExportLine], bool] | None = None

    @property
    def filled(self) -> Mapping[str, Any]:
        """The facts of a decision that are read from it, each with what a new record starts with."""
        if self.of_party:
            return {}
        return {self.attribute: self.empty} if self.fills is None else self.fills

    def write(self, line: ExportLine) -> str:
        """Its cell in an export."""
        if self.export is not None:
            return self.export(line)
        return self.as_text(getattr(line.party if self.of_party else line.page, self.attribute))

    def as_text(self, value: Any) -> str:
        """A value as the form wants it."""
        return str(value or "")

    def is_demanded_of(self, line: ExportLine) -> bool:
        """Whether the standard demands it of a line."""
        return self.demanded_of(line) if self.demanded_of else self.required or self.expected

    @property
    def is_code(self) -> bool:
        """Whether the column holds registration codes, which look like identity numbers and are public."""
        return False

    @property
    def is_demanded(self) -> bool:
        """Whether the standard demands it, always or of some rows."""
        return self.required or self.expected or self.conditional

    def headers(self) -> Iterable[str]:
        """Every header by which the column is known."""
        return (self.code, self.label, *self.names)

    def read(self, cell: Cell, draft: Draft) -> Any:
        """Clean one cell; raises ``ValueError`` with the reason. Empty cells give ``self.empty``."""
        text = tidy(cell)
        return "" if says_none(text) else text

    def clean(self, draft: Draft) -> None:
        """Clean the row's cell into the draft; nothing is written anywhere else."""
        if self.code in draft.absent:
            draft.silent.add(self.attribute)
        try:
            value = self.read(draft.cells.get(self.code), draft)
        except ValueError as error:
            draft.values[self.attribute] = self.empty
            draft.refuse(self, str(error))
            return
        draft.values[self.attribute] = self.empty if value is None else value
        if value in (None, ""):
            self._miss(draft)
        elif self.soft_length and isinstance(value, str) and len(value) > self.soft_length:
            draft.warn(
                self, _("The text is longer than the standard's %(limit)d characters.") % {"limit": self.soft_length}
            )

    def _miss(self, draft: Draft) -> None:
        if self.required:
            draft.refuse(self, _("“%(column)s” is missing.") % {"column": self.label})
        elif self.expected and self.code not in draft.blank_columns:
            draft.warn(self, _("“%(column)s” is missing, which the standard demands.") % {"column": self.label})


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumn(Column):
    """Text that may have several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineColumn(Column):
    """Text in one line."""

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_line(cell)
        return "" if says_none(text) else text


@dataclass(frozen=True, slots=True, kw_only=True)
class NameColumn(Column):
    """The name of a person or body."""

    def read(self, cell: Cell, draft: Draft) -> str:
        text = tidy_name(cell)
        return "" if says_none(text) else text


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeColumn(Column):
    """A registration code; ``check`` may warn or raise."""

    check: Callable[["Column", str, Draft], str] | None = None

    @property
    def is_code(self) -> bool:
        """Registration codes, unless they are identity numbers."""
        return not self.is_identity

    def read(self, cell: Cell, draft: Draft) -> str:
        code = read_code(cell)
        return self.check(self, code, draft) if code and self.check else code


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn(Column):
    """A date; an unreadable one keeps the row waiting when ``required``, else it is left out with a warning.

    One that may be two days keeps the row waiting in any case: left out, it would be as wrong as guessed.
    """

    empty: Any = None

    def as_text(self, value: dt.date | None) -> str:
        """YYYY/MM/DD; 2099/12/31 stands for long-term."""
        return f"{min(value, LONG_TERM):%Y/%m/%d}" if value else ""

    def read(self, cell: Cell, draft: Draft) -> dt.date | None:
        try:
            return read_date(cell)
        except UnclearDateError:
            raise
        except ValueError as error:
            if self.required:
                raise
            draft.warn(self, str(error))
            draft.silent.add(self.attribute)
            return None

    def _miss(self, draft: Draft) -> None:
        if not tidy(draft.cells.get(self.code)):
            super(DateColumn, self)._miss(draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountColumn(Column):
    """An amount in a column headed 万元 (``unit`` yuan for one); the sum called ``named`` out of several."""

    empty: Any = None
    unit: Decimal = WAN
    named: str = ""

    def as_text(self, value: Decimal | None) -> str:
        """万元 with six places."""
        return "" if value is None else format((Decimal(value) / WAN).quantize(_SIX_PLACES), "f")

    def read(self, cell: Cell, draft: Draft) -> Decimal | None:
        amount = read_amount(cell, self.unit, self.named)
        if amount is None:
            return None
        if amount.rounded:
            draft.warn(
                self, _("The amount has fractions of a fen and was rounded to %(yuan)s yuan.") % {"yuan": amount.yuan}
            )
        return amount.yuan
