"""Figures of what is public at a moment, for the home page and for ways on from an empty answer."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import get_script_prefix

from records.counts import year_counts


@dataclass(frozen=True)
class YearFigure:
    """One year of decisions: how many, their amounts in fen, and the bar's length in percent of the longest."""

    year: int
    count: int
    amount_fen: int
    share: int

    @property
    def address(self) -> str:
        """The year's archive."""
        return f"{list_address()}{self.year}/"

    @property
    def count_text(self) -> str:
        """With thousands separated."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Overview:
    """Penalty decisions that are public now, by year of decision, newest first."""

    years: list[YearFigure]

    @property
    def total(self) -> int:
        """How many decisions."""
        return sum(year.count for year in self.years)

    @property
    def total_text(self) -> str:
        """With thousands separated."""
        return f"{self.total:,}"

    @property
    def amount_fen(self) -> int:
        """Fines and confiscations of all of them."""
        return sum(year.amount_fen for year in self.years)

    @property
    def address(self) -> str:
        """The list of all decisions; empty when it would show none."""
        return list_address() if self.years else ""


def list_address() -> str:
    """The list of penalty decisions, base path included."""
    return get_script_prefix() + "decisions/"


def penalty_overview(now: datetime) -> Overview:
    """Figures of what is public at this moment."""
    years = year_counts(now, "penalty")
    longest = max((year.count for year in years), default=1)
    return Overview([YearFigure(one.year, one.count, one.amount_fen, _share(one.count, longest)) for one in years])


def _share(count: int, longest: int) -> int:
    """Percent of the longest bar; a bar is never so short that it vanishes."""
    return max(1, round(100 * count / longest))
