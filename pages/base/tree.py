"""The pages that hold the column together: home, one section for each kind, one archive a year."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from pages.base.announcing import address_changed
from pages.base.testers import ColumnTester


class SectionPage(Page):
    """Abstract base of pages above records: a new slug moves the records' public addresses in the same transaction."""

    preview_modes: ClassVar[list[Any]] = []
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; Wagtail's own signal about a new slug comes only after the commit, too late for the projection."""
        before = type(self).objects.filter(pk=self.pk).values_list("url_path", flat=True).first() if self.pk else None
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            if before is not None and before != self.url_path:
                address_changed.send(type(self), page=self)
        return result

    def permissions_for_user(self, user: Any) -> ColumnTester:
        """Wagtail's rights, without the acts that lead past ours."""
        return ColumnTester(user, self)


class HomePage(SectionPage):
    """The root of the disclosure column."""

    introduction = models.TextField(_("Introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.DecisionIndexPage", "pages.SectionIndexPage"]
    max_count = 1
    search_fields: ClassVar[list[Any]] = []

    class Meta:
        verbose_name = _("Home page of the column")
        verbose_name_plural = _("Home pages of the column")


class DecisionIndexPage(SectionPage):
    """The list of decisions of one kind; its children are one archive a year, made automatically."""

    kind = models.CharField(_("Kind of record"), max_length=32, unique=True, editable=False)

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
