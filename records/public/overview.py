"""Figures of what is public at a moment, for the home page and for ways on from an empty answer."""

from dataclasses import dataclass
from datetime import datetime

from records.counts import year_counts
from records.public.nav_items import section_address
from records.types import Figures, all_kinds


@dataclass(frozen=True)
class YearFigure:
    """One year of decisions: how many, their amounts in fen, and the bar's length in percent of the longest."""

    year: int
    count: int
    amount_fen: int
    share: int
    address: str

    @property
    def count_text(self) -> str:
        """With thousands separated."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Overview:
    """Records of the kind that declares figures, as they are public now, by year of decision, newest first."""

    years: list[YearFigure]
    words: Figures | None = None
    list_address: str = ""

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
        return self.list_address if self.years else ""


def overview_at(now: datetime) -> Overview:
    """Figures of what is public at a moment; none where no kind declares them."""
    kind = next((one for one in all_kinds() if one.figures), None)
    if kind is None:
        return Overview([])
    years, root = year_counts(now, kind.key), section_address(kind)
    longest = max((year.count for year in years), default=1)
    figures = [
        YearFigure(one.year, one.count, one.amount_fen, _share(one.count, longest), f"{root}{one.year}/")
        for one in years
    ]
    return Overview(figures, kind.figures, root)


def _share(count: int, longest: int) -> int:
    """Percent of the longest bar; a bar is never so short that it vanishes."""
    return max(1, round(100 * count / longest))
