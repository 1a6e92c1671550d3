"""Other enforcement decisions: confirmation, reward, ruling, levy, payment and what else is no penalty or permit."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from pages.base.decision_links import CitedArticle
from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from rules.models.terms import Vocabulary, term_field


class OtherDecisionPage(NumberedDecisionPage):
    """One enforcement decision of another type (其他行政执法决定)."""

    kind = "other"
    subject_field = "document_title"

    document_title = models.CharField(
        _("Title of the decision"), max_length=200, help_text=_("As on the document, e.g. 竣工验收备案决定书.")
    )
    decision_type = term_field(_("Type of decision"), Vocabulary.OTHER_DECISION)
    other_type = models.CharField(_("Other type, named"), max_length=100, blank=True)
    subject = models.CharField(_("Matter"), max_length=300, blank=True)
    content = models.TextField(_("Content of the decision"), blank=True)
    basis = models.TextField(_("Basis of the decision"), blank=True)
    served_on = models.DateField(_("Date of service"), null=True, blank=True)
    remedy = models.TextField(_("Remedies"), blank=True)

    class Meta:
        verbose_name = _("Other enforcement decision")
        verbose_name_plural = _("Other enforcement decisions")
        indexes = [models.Index(fields=["decided_on"], name="pages_other_decided")]


class OtherParty(Party):
    """A party of another enforcement decision."""

    page: Any = ParentalKey(OtherDecisionPage, on_delete=models.CASCADE, related_name="parties")


class OtherArticle(CitedArticle):
    """An article that another enforcement decision applies."""

    page: Any = ParentalKey(OtherDecisionPage, on_delete=models.CASCADE, related_name="cited")
