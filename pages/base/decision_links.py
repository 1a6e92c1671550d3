"""On what a decision rests: articles of law, each in the version that was applied."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class CitedArticle(Orderable):
    """Abstract: an article that a decision applies. Concrete classes add ``page`` with ``related_name="cited"``."""

    article = models.ForeignKey(
        "pages.LawArticle", verbose_name=_("Article of law"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("article")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("Applied article")
        verbose_name_plural = _("Applied articles")

    def __str__(self) -> str:
        return str(self.article)
