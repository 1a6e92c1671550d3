"""The pages that hold the column together: home, entity, one section for each kind, one archive a year."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from pages.validators import validate_credit_code


class SectionPage(Page):
    """Abstract base of pages above records: a new slug moves the records' public addresses in the same transaction."""

    preview_modes: ClassVar[list[Any]] = []

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; Wagtail's own signal about a new slug comes only after the commit, too late for the projection."""
        from pages.publication.sync import sync_descendants

        before = type(self).objects.filter(pk=self.pk).values_list("url_path", flat=True).first() if self.pk else None
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            if before is not None and before != self.url_path:
                sync_descendants(self)
        return result


class HomePage(SectionPage):
    """The root of the disclosure column."""

    introduction = models.TextField(_("Introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.EntityPage", "pages.DecisionIndexPage", "pages.SectionIndexPage"]
    max_count = 1
    search_fields: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Home page of the column")
        verbose_name_plural = _("Home pages of the column")


class EntityPage(Page):
    """An enforcement body (执法主体). Decisions take the authority and source from it."""

    name = models.CharField(_("Full name"), max_length=200)
    credit_code = models.CharField(_("Unified social credit code"), max_length=18, validators=[validate_credit_code])
    region_code = models.CharField(
        _("Division code"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{6}$", _("Six digits, GB/T 2260."))],
    )
    phone = models.CharField(_("Phone"), max_length=64, blank=True)
    address = models.CharField(_("Address"), max_length=200, blank=True)
    duties = models.TextField(_("Duties"), blank=True)
    remedy_review_body = models.CharField(_("Body for administrative reconsideration"), max_length=200, blank=True)
    remedy_court = models.CharField(_("Court for administrative litigation"), max_length=200, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("name"), FieldPanel("credit_code")]),
        FieldRowPanel([FieldPanel("region_code"), FieldPanel("phone")]),
        FieldPanel("address"),
        FieldPanel("duties"),
        MultiFieldPanel([FieldPanel("remedy_review_body"), FieldPanel("remedy_court")], heading=_("Remedies")),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    preview_modes: ClassVar[list[Any]] = []
    search_fields: ClassVar[list[Any]] = []

    def route(self, request: Any, path_components: list[str]) -> Any:
        """A body has no page of its own yet, so it has no public address."""
        raise Http404

    def get_url_parts(self, request: Any = None) -> None:
        """No address, so that the admin offers none."""
        return None

    class Meta:
        verbose_name = _("Enforcement body")
        verbose_name_plural = _("Enforcement bodies")


class DecisionIndexPage(SectionPage):
    """The list of decisions of one kind; its children are one archive a year, made automatically."""

    kind = models.CharField(_("Kind of record"), max_length=32, default="penalty", unique=True, editable=False)

    content_panels = Page.content_panels
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ArchiveYearPage"]
    is_creatable = False  # made with the column, one for each kind
    search_fields: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Section of decisions")
        verbose_name_plural = _("Sections of decisions")


class SectionIndexPage(SectionPage):
    """The list of one kind of record that needs no archive by year: bodies, powers, notices."""

    kind = models.CharField(_("Kind of record"), max_length=32, unique=True, editable=False)

    content_panels = Page.content_panels
    parent_page_types = ["pages.HomePage"]
    is_creatable = False  # made with the column, one for each kind
    search_fields: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Section")
        verbose_name_plural = _("Sections")


class ArchiveYearPage(SectionPage):
    """All decisions of one year, by decision date."""

    year = models.PositiveSmallIntegerField(_("Year"))

    content_panels = [*Page.content_panels, FieldPanel("year")]
    parent_page_types = ["pages.DecisionIndexPage"]
    is_creatable = False  # made by the first decision of its year
    search_fields: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Archive of a year")
        verbose_name_plural = _("Archives by year")
