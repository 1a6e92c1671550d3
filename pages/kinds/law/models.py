"""Legal basis (执法依据): laws and their articles with the time in which they are in force."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from pages.base.announcing import article_saved, law_saved
from pages.base.subject import PublicSubject
from rules.articles import sort_key, tidy_article
from rules.models.terms import Vocabulary, term_field
from rules.windows import LONG_TERM, SHANGHAI, end_of_day

TWICE = _("This version of the article has been entered already.")


class Validity(models.TextChoices):
    """What a day makes of a law or an article."""

    AHEAD = "ahead", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    OVER = "over", _("No longer in force")


def validity(begins: date | None, ends: date | None, day: date) -> Validity:
    """Whether a day lies in the time of force; first and last day belong to it."""
    if begins is not None and day < begins:
        return Validity.AHEAD
    return Validity.OVER if ends is not None and day > ends else Validity.IN_FORCE


def in_force(day: date, prefix: str = "") -> Q:
    """The same as a condition on columns."""
    begins, ends = f"{prefix}in_force_from", f"{prefix}in_force_to"
    return (Q(**{f"{begins}__isnull": True}) | Q(**{f"{begins}__lte": day})) & (
        Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": day})
    )


class LawQuerySet(models.QuerySet["Law"]):
    """Questions asked about laws."""

    def in_force_on(self, day: date) -> "LawQuerySet":
        """Laws in force on a day."""
        return self.filter(in_force(day))

    def over_on(self, day: date) -> "LawQuerySet":
        """Laws whose time has ended before a day."""
        return self.filter(in_force_to__lt=day)


class Law(RevisionMixin, PublicSubject):
    """A law, regulation, rule or normative document. It stays public after its repeal, with the day of it."""

    kind = "law"

    name = models.CharField(_("Name"), max_length=200, help_text=_("In full, without 《》."))
    short_name = models.CharField(_("Short name"), max_length=80, blank=True)
    law_kind = term_field(_("Kind of law"), Vocabulary.LAW_KIND)
    document_no = models.CharField(
        _("Document number"),
        max_length=120,
        blank=True,
        help_text=_("Of the version entered here, e.g. 国务院令第279号."),
    )
    issuing_body = models.CharField(_("Issuing body"), max_length=120, blank=True)
    adopted_on = models.DateField(_("Adopted or amended on"), null=True, blank=True)
    in_force_from = models.DateField(_("In force from"))
    in_force_to = models.DateField(
        _("In force to"), null=True, blank=True, help_text=_("The last day, once it is repealed or replaced.")
    )
    replaced_by = models.ForeignKey(
        "self", verbose_name=_("Replaced by"), null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    objects = LawQuerySet.as_manager()

    class Meta:
        verbose_name = _("Law")
        verbose_name_plural = _("Laws")
        ordering = ["law_kind__weight", "name", "in_force_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "in_force_from"],
                name="pages_law_version_once",
                violation_error_message=_("This version of the law has been entered already."),
            ),
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True) | Q(in_force_to__gte=F("in_force_from")),
                name="pages_law_dates_in_order",
                violation_error_message=_("A law cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.name}》"

    def clean(self) -> None:
        """The name without its marks; dates in order; nothing replaces itself."""
        super().clean()
        self.name = (self.name or "").strip().removeprefix("《").removesuffix("》")
        check_time(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what rests on it carries its name."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                law_saved.send(type(self), law=self)

    def validity_on(self, day: date) -> Validity:
        return validity(self.in_force_from, self.in_force_to, day)

    @property
    def status(self) -> Any:
        """Its state today, in words."""
        return self.validity_on(timezone.localdate()).label

    # What the projection asks; see ``pages.base.subject``.

    @property
    def decided_on(self) -> date:
        """The day from which this version holds."""
        return self.in_force_from

    @property
    def record_position(self) -> str:
        """By rank, then by name."""
        weight = self.law_kind.weight if self.law_kind else 0
        return f"{weight:05d}|{self.name}"

    def public_window(self) -> tuple[datetime, datetime] | None:
        """From its adoption without end: what was decided under it can be read after its repeal too."""
        start = self.adopted_on or self.in_force_from
        return datetime.combine(start, time.min, tzinfo=SHANGHAI), end_of_day(LONG_TERM)


class LawArticleQuerySet(models.QuerySet["LawArticle"]):
    """Questions asked about articles."""

    def in_force_on(self, day: date) -> "LawArticleQuerySet":
        """Articles in force on a day: their own time and that of their law."""
        return self.filter(in_force(day), in_force(day, "law__"))

    def over_on(self, day: date) -> "LawArticleQuerySet":
        """Articles whose time, or whose law's time, has ended before a day."""
        return self.filter(Q(in_force_to__lt=day) | Q(law__in_force_to__lt=day))

    def in_order(self) -> "LawArticleQuerySet":
        """As they stand in their laws."""
        return self.order_by("law__law_kind__weight", "law__name", "law__in_force_from", "order", "pk")


class LawArticle(RevisionMixin, models.Model):
    """One article, or a paragraph or item of it: what powers, benchmarks, guides and decisions rest on."""

    law = models.ForeignKey(Law, verbose_name=_("Law"), on_delete=models.PROTECT, related_name="articles")
    number = models.CharField(
        _("Number of the article"), max_length=40, help_text=_("For example 第五十七条, 第五十六条第六项.")
    )
    order = models.CharField(max_length=24, blank=True, editable=False)
    text = models.TextField(_("Text of the article"))
    in_force_from = models.DateField(
        _("In force from"), null=True, blank=True, help_text=_("Only when it differs from its law.")
    )
    in_force_to = models.DateField(
        _("In force to"), null=True, blank=True, help_text=_("The last day, once it is deleted or amended.")
    )
    replaced_by = models.ForeignKey(
        "self", verbose_name=_("Replaced by"), null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    objects = LawArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("Article of law")
        verbose_name_plural = _("Articles of law")
        ordering = ["law_id", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "number", "in_force_from"],
                name="pages_article_version_once",
                violation_error_message=TWICE,
            ),
            models.UniqueConstraint(
                fields=["law", "number"],
                condition=Q(in_force_from__isnull=True),
                name="pages_article_once",
                violation_error_message=TWICE,
            ),
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True)
                | Q(in_force_from__isnull=True)
                | Q(in_force_to__gte=F("in_force_from")),
                name="pages_article_dates_in_order",
                violation_error_message=_("An article cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save and write the record of its law and of what shows its text, all or nothing."""
        self.number = tidy_article(self.number)
        self.order = sort_key(self.number)
        with transaction.atomic():
            moved_from = LawArticle.objects.filter(pk=self.pk).exclude(law=self.law_id).first() if self.pk else None
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                article_saved.send(type(self), article=self, left=moved_from.law if moved_from else None)

    @property
    def citation(self) -> str:
        """《建设工程质量管理条例》第五十七条."""
        return f"{self.law}{self.number}"

    @property
    def ended_on(self) -> date | None:
        """Its last day, or that of its law when that comes first."""
        ends = [day for day in (self.in_force_to, self.law.in_force_to) if day]
        return min(ends) if ends else None

    @property
    def successor(self) -> "LawArticle | Law | None":
        """What stands in its place: the article, else the law."""
        return self.replaced_by or self.law.replaced_by

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its law."""
        return f"article-{self.pk}"

    def validity_on(self, day: date) -> Validity:
        """Its state on a day; that of its law, when the article itself is in force."""
        own = validity(self.in_force_from, self.in_force_to, day)
        return self.law.validity_on(day) if own == Validity.IN_FORCE else own

    @property
    def status(self) -> Any:
        """Its state today, in words."""
        return self.validity_on(timezone.localdate()).label

    def clean(self) -> None:
        """A number that can be read, in one form; dates in order."""
        super().clean()
        self.number = tidy_article(self.number or "")
        if not sort_key(self.number):
            raise ValidationError({"number": _("Write the number as the law does, e.g. 第五十七条第一款.")})
        check_time(self)


def check_time(one: Any) -> None:
    """Raise at the field when the time of a law or an article does not fit."""
    if one.in_force_from and one.in_force_to and one.in_force_to < one.in_force_from:
        raise ValidationError({"in_force_to": _("Nothing can end before it begins.")})
    if one.replaced_by_id and one.replaced_by_id == one.pk:
        raise ValidationError({"replaced_by": _("Nothing replaces itself.")})
