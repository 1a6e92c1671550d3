"""Publicity windows (公示期): what the rule table proposes as the end, and what a declared end may change.

Rules are dated rows (``pages.models.WindowRule``), never constants; which system's rows rule the bureau's own column,
and which day chooses the regime, are settings. A window is counted from the decision date; its last day ends at 24:00
Asia/Shanghai. Source of the regimes: law.md 5.4 and 15.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

SHANGHAI = ZoneInfo("Asia/Shanghai")
# 2099/12/31 stands for 长期 in the data standard; a long-term window is this far date, never an open end.
LONG_TERM = date(2099, 12, 31)


class WindowRow(Protocol):
    """What the arithmetic asks of a dated row; months are counted from the day of decision."""

    system: Any
    decided_from: Any  # date or None
    is_cap: Any
    long_term: Any
    follows_validity: Any
    covers_effect: Any
    default_months: Any
    max_months: Any
    priority: Any
    basis: Any

    def fits(self, case: "WindowCase", regime: date) -> bool:
        """Whether its conditions fit a case whose regime is that of this day."""


@dataclass(frozen=True, slots=True)
class WindowCase:
    """What the rules ask about a record; codes are those of the vocabularies."""

    act: str
    decided_on: date
    procedure: str = ""
    penalty_types: tuple[str, ...] = ()
    party_categories: tuple[str, ...] = ()
    grade: str = ""
    domain: str = ""
    declared_end: date | None = None
    valid_until: date | None = None  # of a permit
    effect_until: date | None = None  # of a penalty that lasts


@dataclass(frozen=True, slots=True)
class Window:
    """The proposed end; ``last_day`` is public to its end, ``longest`` is the last day allowed without a reason.

    ``rule`` is the row that sets the end: a cap where it comes before the end of the regime. ``basis`` names both.
    ``regime`` is the row whose shortest time must be over before a credit repair, whatever sets the end.
    """

    last_day: date
    longest: date
    rule: WindowRow
    basis: str
    regime: WindowRow
    clamped: bool = False
    warning: str = ""

    @property
    def visible_to(self) -> datetime:
        """The first moment at which the record is no longer public."""
        return end_of_day(self.last_day)


class NoWindowRuleError(LookupError):
    """No dated rule covers this record; the message says so in the reader's language."""


@lru_cache(maxsize=4096)
def end_of_day(day: date) -> datetime:
    """24:00 of a day in Shanghai, as an aware datetime."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=SHANGHAI)


def last_day_before(moment: datetime) -> date:
    """The last day that is public when a window ends at this moment (inverse of ``end_of_day``)."""
    return (moment.astimezone(SHANGHAI) - timedelta(microseconds=1)).date()


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day (民法典 202)."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class WindowTable:
    """All rows in use, the system that rules this column, and whether the regime is that of publication."""

    rules: Sequence[WindowRow]
    system: str = "credit"
    by_publication: bool = False

    def propose(self, case: WindowCase, public_on: date | None = None) -> Window:
        """Apply the table to a record that becomes public on ``public_on``.

        The strongest matching row of the column's system decides, or of any system where that one says nothing. Caps
        shorten it whatever their system. A declared end (公示截止期) wins up to the maximum. Raises
        ``NoWindowRuleError``.
        """
        regime = public_on if self.by_publication and public_on else case.decided_on
        matching = [rule for rule in self.rules if rule.fits(case, regime)]
        rule = self._strongest([rule for rule in matching if not rule.is_cap])
        caps = [rule for rule in matching if rule.is_cap]
        longest, limiting = _earliest([(_after(case, one, one.max_months), one) for one in (rule, *caps)])
        proposed, deciding = _earliest([(_after(case, rule, rule.default_months), rule), (longest, limiting)])
        return _heed_declared_end(case, Window(proposed, longest, deciding, _basis(rule, deciding), rule), limiting)

    def _strongest(self, rules: Sequence[WindowRow]) -> WindowRow:
        own = [rule for rule in rules if rule.system == self.system]
        found = max(own or rules, key=lambda rule: (rule.priority, rule.decided_from or date.min), default=None)
        if found is None:
            raise NoWindowRuleError(_("No publicity window rule covers this decision date and kind."))
        return found


def _after(case: WindowCase, rule: WindowRow, months: int) -> date:
    """The last day by one row and a number of months. What lasts without end lengthens nothing: 长期 needs a reason."""
    if rule.long_term:
        return LONG_TERM
    if rule.follows_validity and case.valid_until and case.decided_on <= case.valid_until < LONG_TERM:
        return case.valid_until
    last = add_months(case.decided_on, months)
    effect = case.effect_until
    return max(last, effect) if rule.covers_effect and effect and effect < LONG_TERM else last


def _earliest(ends: Sequence[tuple[date, WindowRow]]) -> tuple[date, WindowRow]:
    """The earliest day and the row that sets it, the first named of equals."""
    return min(ends, key=lambda end: end[0])


def _basis(rule: WindowRow, deciding: WindowRow) -> str:
    """Why it ends then: the regime, and what shortens it."""
    return rule.basis if deciding is rule else f"{rule.basis}；{deciding.basis}"


def _heed_declared_end(case: WindowCase, window: Window, limiting: WindowRow) -> Window:
    declared = case.declared_end
    if declared is None:
        return window
    if declared <= window.longest:
        return replace(window, last_day=declared)
    warning = _(
        "The declared end of publicity %(declared)s is later than allowed and was shortened to %(longest)s (%(basis)s)."
    ) % {
        "declared": declared.isoformat(),
        "longest": window.longest.isoformat(),
        "basis": limiting.basis,
    }
    basis = window.basis if limiting is window.rule else _basis(window.rule, limiting)
    return replace(window, last_day=window.longest, rule=limiting, basis=basis, clamped=True, warning=warning)
