"""What rests on articles of law: links to them, and whether one of them is no longer in force."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from records.types import all_kinds


class BasisLink(Orderable):
    """Abstract: one article on which a page rests. Concrete classes add ``page`` with ``related_name="bases"``."""

    article = models.ForeignKey(
        "pages.LawArticle", verbose_name=_("Article of law"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("article")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.article.citation)


class RestsOnLaw:
    """A page with links to articles in ``bases``."""

    bases: Any

    @property
    def articles(self) -> list[Any]:
        """The articles in the order in which they were chosen."""
        return [link.article for link in self.bases.all()]

    def stale_articles(self, day: date | None = None) -> list[Any]:
        """Those of its articles that have been repealed or amended by a day (today)."""
        on = day or timezone.localdate()
        return [one for one in self.articles if one.validity_on(on) == "over"]

    @classmethod
    def on_stale_articles(cls, day: date) -> models.QuerySet[Any]:
        """The pages of this class that rest on an article whose time has ended before a day."""
        link = cls.bases.rel.related_model
        articles = link._meta.get_field("article").related_model
        over = link.objects.filter(page=OuterRef("pk"), article__in=articles.objects.over_on(day))
        pages: models.QuerySet[Any] = cls.objects.all()  # type: ignore[attr-defined]
        return pages.filter(models.Exists(over))


def resting_on_law() -> list[Any]:
    """The page types that rest on law, in the order of their kinds."""
    return [kind.model for kind in all_kinds() if kind.model and issubclass(kind.model, RestsOnLaw)]
