"""Discretion benchmarks (裁量基准; 行政处罚法 34): grades of one violation with their amounts."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.base.basis import BasisLink, RestsOnLaw
from pages.base.powers import PartOfPower
from pages.base.proactive import ProactivePage
from pages.base.titles import digest
from rules.models.terms import Vocabulary, money_field, term_field


class BenchmarkPage(PartOfPower, RestsOnLaw, ProactivePage):
    kind = "benchmark"

    violation = models.CharField(_("Violation"), max_length=255)
    power = models.ForeignKey(
        "pages.PowerPage",
        verbose_name=_("Power"),
        null=True,
        on_delete=models.PROTECT,
        related_name="benchmarks",
    )
    penalty = models.TextField(_("Penalty by law"), blank=True, help_text=_("What the law threatens, in its words."))

    class Meta:
        verbose_name = _("Discretion benchmark")
        verbose_name_plural = _("Discretion benchmarks")

    def compute(self) -> None:
        """The violation is its title."""
        self.title = self.violation or self.title
        self.slug = self.slug or f"benchmark-{digest(self.violation)}"
        super().compute()

    def grade_for(self, amount: Decimal | None) -> "BenchmarkGrade | None":
        """The lightest grade that covers an amount in yuan; None when no grade does."""
        return next((grade for grade in self.grades.all() if grade.covers(amount)), None)


class BenchmarkGrade(Orderable):
    """One grade: circumstance, standard, amounts in yuan; an open end is None."""

    page: Any = ParentalKey(BenchmarkPage, on_delete=models.CASCADE, related_name="grades")
    circumstance = term_field(_("Circumstance"), Vocabulary.CIRCUMSTANCE)
    standard = models.TextField(_("Standard of the circumstance"))
    amount_from = money_field(_("Amount from (yuan)"))
    amount_to = money_field(_("Amount to (yuan)"))
    percent = models.CharField(
        _("Percentage"),
        max_length=120,
        blank=True,
        help_text=_("Where the law counts by a share, e.g. 合同价款1%–1.3%."),
    )
    other_penalty = models.CharField(_("Other penalty"), max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Grade of the benchmark")
        verbose_name_plural = _("Grades of the benchmark")

    def __str__(self) -> str:
        return f"{self.circumstance.label if self.circumstance else ''}{self.standard[:40]}"

    def covers(self, amount: Decimal | None) -> bool:
        """Whether an amount lies in the grade, both ends included; without an amount: whether it names none."""
        if self.amount_from is None and self.amount_to is None:
            return amount is None
        if amount is None:
            return False
        least, most = self.amount_from or Decimal(0), self.amount_to
        return least <= amount and (most is None or amount <= most)


class BenchmarkBasis(BasisLink):
    """An article on which a benchmark rests."""

    page: Any = ParentalKey(BenchmarkPage, on_delete=models.CASCADE, related_name="bases")

    class Meta(BasisLink.Meta):
        verbose_name = _("Basis of the benchmark")
        verbose_name_plural = _("Bases of the benchmark")
