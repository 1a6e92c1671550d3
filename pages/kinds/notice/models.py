"""Notices (通知公告), news of work (工作动态) and typical cases (典型案例)."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import PageChooserPanel
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Orderable

from pages.base.disclosure import DisclosurePage
from pages.base.titles import digest
from pages.kinds.notice.parties import names_of
from pages.kinds.notice.text import pictures
from records.models.publication import PublicRecord, RecordState
from rules.models.terms import Vocabulary, term_field
from rules.windows import WindowCase


class PictureBlock(StructBlock):
    """A picture with what it shows, for those who do not see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alternative = CharBlock(label=_("What the picture shows"), max_length=200)
    caption = CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")


class BodyBlock(StreamBlock):
    """The parts of a notice. Every one is masked when it becomes public."""

    heading = CharBlock(label=_("Heading"), icon="title", max_length=120)
    text = RichTextBlock(label=_("Text"), icon="pilcrow", features=["bold", "ol", "ul", "link"])
    picture = PictureBlock()
    quotation = TextBlock(label=_("Quotation"), icon="openquote")


class NoticeTag(TaggedItemBase):
    content_object = ParentalKey("pages.NoticePage", on_delete=models.CASCADE, related_name="tagged_items")


class NoticePage(DisclosurePage):
    """One notice. What it tells of a decision is public only while that decision is."""

    kind = "notice"

    category = term_field(_("Category"), Vocabulary.NOTICE_CATEGORY)
    issued_on = models.DateField(_("Date of issue"), default=timezone.localdate)
    author = models.CharField(_("Written by"), max_length=100, blank=True)
    summary = models.TextField(_("Abstract"), blank=True, max_length=400)
    body = StreamField(BodyBlock(), verbose_name=_("Text"), blank=True)
    tags = ClusterTaggableManager(through=NoticeTag, blank=True, verbose_name=_("Topics"))

    parent_page_types = ["pages.SectionIndexPage"]
    subpage_types: list[str] = []
    is_creatable = True

    class Meta:
        verbose_name = _("Notice")
        verbose_name_plural = _("Notices")

    @property
    def decided_on(self) -> date | None:
        """The day of issue: what its window counts from."""
        return self.issued_on

    @decided_on.setter
    def decided_on(self, day: date) -> None:
        self.issued_on = day

    def compute(self) -> None:
        """The address follows from day and title."""
        super().compute()
        if not self.slug and self.title and self.issued_on:
            self.slug = f"{self.issued_on:%Y%m%d}-{digest(f'{self.title}{uuid.uuid4()}')}"

    def window_case(self) -> WindowCase | None:
        """By the rules for notices."""
        return WindowCase(act=self.kind, decided_on=self.issued_on) if self.issued_on else None

    def apply_window(self) -> None:
        """Never longer than the decisions of which it tells (law.md 15)."""
        super().apply_window()
        ends = [record.visible_to for record in self.told_records()]
        if self.expire_at is not None and ends:
            self.expire_at = min(self.expire_at, *ends)

    def heed_others(self) -> None:
        """Its end follows the ends of those decisions."""
        self.apply_window()

    def told_records(self) -> list[PublicRecord]:
        """The public records of the decisions of which it tells."""
        keys = [told.decision_id for told in self.decisions.all()]
        return list(PublicRecord.objects.filter(page_id__in=keys)) if keys else []

    def is_hidden(self, now: datetime) -> bool:
        """Whether a decision of which it tells is not public: then the notice is not either."""
        told = {told.decision_id for told in self.decisions.all()}
        public = {
            record.page_id
            for record in self.told_records()
            if record.state == RecordState.PUBLIC and record.visible_to > now
        }
        return told != public

    def starts_at(self, start: datetime) -> datetime:
        """Not before the decisions of which it tells."""
        return max([start, *(record.visible_from for record in self.told_records())])

    def public_images(self) -> list[int]:
        """The pictures in the text."""
        return pictures(self)

    def private_names(self) -> list[tuple[str, str]]:
        """The parties of those decisions, as their own records show them."""
        return names_of([told.decision_id for told in self.decisions.all()])


class NoticeDecision(Orderable):
    page = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="decisions")
    decision = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("Decision"), on_delete=models.PROTECT, related_name="told_by"
    )

    panels = [
        PageChooserPanel(
            "decision",
            [
                "pages.PenaltyDecisionPage",
                "pages.PermitDecisionPage",
                "pages.CoercionDecisionPage",
                "pages.OtherDecisionPage",
                "pages.InspectionResultPage",
            ],
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("Decision told of")
        verbose_name_plural = _("Decisions told of")

    def __str__(self) -> Any:
        return str(self.decision)
