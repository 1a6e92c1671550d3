"""随机抽查事项清单 and 年度抽查计划: what may be inspected at random, and what will be this year (law.md 7.2)."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.base.proactive import ProactivePage
from pages.base.titles import digest
from rules.models.terms import Vocabulary, term_field


class InspectionList(ProactivePage):
    """Abstract: a titled list whose address follows from day and title."""

    class Meta:
        abstract = True

    def compute(self) -> None:
        """The address is made once."""
        super().compute()
        if not self.slug and self.title and self.effective_on:
            self.slug = f"{self.effective_on:%Y}-{digest(f'{self.title}{uuid.uuid4()}')}"


class InspectionItemListPage(InspectionList):
    """The list of items of random inspection (国办发〔2015〕58号)."""

    kind = "inspection_items"

    class Meta:
        verbose_name = _("List of random inspection items")
        verbose_name_plural = _("Lists of random inspection items")


class InspectionItem(Orderable):
    """One item; the columns that real lists have."""

    page: Any = ParentalKey(InspectionItemListPage, on_delete=models.CASCADE, related_name="items")
    name = models.CharField(_("Item of inspection"), max_length=200)
    basis = models.TextField(_("Basis of the inspection"))
    subject = models.CharField(_("Inspecting body"), max_length=200)
    objects_of = models.CharField(_("Objects of inspection"), max_length=200)
    content = models.TextField(_("Content and requirements"))
    ratio = models.CharField(_("Ratio"), max_length=100, help_text=_("For example 不低于5%."))
    frequency = models.CharField(_("Frequency"), max_length=100, help_text=_("For example 每年1次."))
    method = models.CharField(_("Method"), max_length=200, help_text=_("For example 现场检查、书面检查."))
    item_class = term_field(_("Class of item"), Vocabulary.INSPECTION_CLASS)
    remark = models.CharField(_("Remark"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Item of inspection")
        verbose_name_plural = _("Items of inspection")

    def __str__(self) -> str:
        return self.name


class InspectionPlanPage(InspectionList):
    """The plan of a year, with the cap on inspections of one enterprise (国办发〔2024〕54号)."""

    kind = "inspection_plan"

    year = models.PositiveSmallIntegerField(_("Year of the plan"))
    yearly_cap = models.PositiveSmallIntegerField(
        _("Most inspections of one enterprise a year"),
        default=1,
        help_text=_("An object drawn that often under this plan is not drawn again in its year."),
    )
    cap_note = models.TextField(_("Note on the cap"), blank=True)

    is_copyable = False

    class Meta:
        verbose_name = _("Annual inspection plan")
        verbose_name_plural = _("Annual inspection plans")


class PlanRow(Orderable):
    """One row of a plan."""

    page: Any = ParentalKey(InspectionPlanPage, on_delete=models.CASCADE, related_name="rows")
    category = models.CharField(_("Category of inspection"), max_length=100, help_text=_("For example 建筑市场监管."))
    item = models.CharField(_("Item of inspection"), max_length=200)
    objects_of = models.CharField(_("Objects of inspection"), max_length=200)
    item_class = term_field(_("Class of item"), Vocabulary.INSPECTION_CLASS)
    ratio = models.CharField(_("Ratio and frequency"), max_length=100, help_text=_("For example 不低于5%，每年1次."))
    expected = models.PositiveIntegerField(_("Expected number of objects"), null=True, blank=True)
    risk = term_field(_("Risk"), Vocabulary.INSPECTION_RISK)
    period = models.CharField(_("Time of inspection"), max_length=100, help_text=_("For example 3月至11月."))
    subject = models.CharField(_("Inspecting body"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("Row of the plan")
        verbose_name_plural = _("Rows of the plan")

    def __str__(self) -> str:
        return f"{self.category} {self.item}"
