"""Orders to rectify (责令改正): a number, parties, articles applied, a text, a choice, and how long it holds."""

from dataclasses import replace
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey

from pages.base.decision_links import CitedArticle
from pages.base.numbered import NumberedDecisionPage
from pages.base.parties import Party
from rules.models.terms import Vocabulary, term_field
from rules.windows import WindowCase


class RectificationPage(NumberedDecisionPage):
    """One order to rectify."""

    kind = "rectification"
    subject_field = "matter"

    matter = models.CharField("责令事项", max_length=200)
    demand = models.TextField("改正要求")
    domain = term_field("执法领域", Vocabulary.DOMAIN)
    valid_until = models.DateField("有效期至", null=True, blank=True)
    handler = models.CharField("经办人", max_length=50, blank=True)

    def window_case(self) -> WindowCase | None:
        """Public for as long as it holds."""
        case = super().window_case()
        return replace(case, valid_until=self.valid_until) if case else None


class RectificationParty(Party):
    """Who is to rectify."""

    page: Any = ParentalKey(RectificationPage, on_delete=models.CASCADE, related_name="parties")


class RectificationArticle(CitedArticle):
    """An article applied."""

    page: Any = ParentalKey(RectificationPage, on_delete=models.CASCADE, related_name="cited")
