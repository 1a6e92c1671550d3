"""Permit decisions (行政许可决定), the 28 items of the 双公示 permit standard (发改办财金〔2018〕790号; law.md 4.2)."""

from dataclasses import replace
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from rules.models.terms import Vocabulary, term_field
from rules.windows import WindowCase


class PermitDecisionPage(NumberedDecisionPage):
    kind = "permit"
    subject_field = "document_title"

    document_title = models.CharField(
        _("Title of the permit decision"), max_length=200, help_text=_("Item 14, e.g. 建筑工程施工许可决定书.")
    )
    permit_kind = term_field(_("Kind of permit"), Vocabulary.PERMIT_KIND)
    other_kind = models.CharField(_("Other kind, named"), max_length=255, blank=True)
    licence_name = models.CharField(_("Name of the licence"), max_length=200, blank=True)
    licence_no = models.CharField(_("Number of the licence"), max_length=128, blank=True)
    content = models.TextField(_("Content of the permit"))
    valid_from = models.DateField(_("Valid from"), null=True, blank=True)
    valid_until = models.DateField(_("Valid until"), null=True, blank=True, help_text=_("2099-12-31: long-term."))
    is_in_force = models.BooleanField(_("In force"), default=True)

    class Meta:
        verbose_name = _("Permit decision")
        verbose_name_plural = _("Permit decisions")
        indexes = [models.Index(fields=["decided_on"], name="pages_permit_decided")]

    def window_case(self) -> WindowCase | None:
        """As of every decision, and until when the permit is valid."""
        case = super().window_case()
        return replace(case, valid_until=self.valid_until) if case else None


class PermitParty(Party):
    """A holder of a permit (行政相对人)."""

    page: Any = ParentalKey(PermitDecisionPage, on_delete=models.CASCADE, related_name="parties")
