"""Catalogues of the three systems: what is recorded, what is reviewed, by which rules (law.md 1, 8, 10.3)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.base.catalogues import CataloguePage
from rules.models.terms import Vocabulary, term_field


class RecordingListPage(CataloguePage):
    """音像记录事项清单: which moments of enforcement are recorded (国办发〔2018〕118号; law.md 10.3)."""

    kind = "recording_list"
    slug_prefix = "recordings"

    class Meta:
        verbose_name = _("List of matters recorded by audio and video")
        verbose_name_plural = _("Lists of matters recorded by audio and video")


class RecordingMatter(Orderable):
    """One row: stage, matter, what is recorded, where, by whom, from when to when, how long it is kept."""

    page: Any = ParentalKey(RecordingListPage, on_delete=models.CASCADE, related_name="rows")
    stage = models.CharField(_("Stage of enforcement"), max_length=60)
    matter = models.CharField(_("Enforcement matter"), max_length=200)
    content = models.CharField(_("What is recorded"), max_length=300)
    occasion = models.CharField(_("Place and occasion"), max_length=200, blank=True)
    time_limit = models.CharField(_("Time limit"), max_length=200, blank=True)
    department = models.CharField(_("Enforcing unit"), max_length=100, blank=True)
    recorder = models.CharField(_("Recorded by"), max_length=100, blank=True)
    begins = models.CharField(_("Recording begins"), max_length=200)
    process = models.CharField(_("Course of the recording"), max_length=300, blank=True)
    ends = models.CharField(_("Recording ends"), max_length=200)
    record_class = term_field(_("Class of recording"), Vocabulary.RECORDING_CLASS)
    method = models.CharField(_("Means of recording"), max_length=100, blank=True)
    retention = models.CharField(_("Retention period"), max_length=100, blank=True)
    remark = models.CharField(_("Remark"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Recorded matter")
        verbose_name_plural = _("Recorded matters")

    def __str__(self) -> str:
        return self.matter


class ReviewCataloguePage(CataloguePage):
    """重大执法决定法制审核目录清单: which decisions pass legal review (行政处罚法 58; law.md 1.3 L4)."""

    kind = "review_catalogue"
    slug_prefix = "review"

    class Meta:
        verbose_name = _("Catalogue of legal review")
        verbose_name_plural = _("Catalogues of legal review")


class ReviewMatter(Orderable):
    """One row: matter, class of act, standard (amounts), unit, documents to submit, time limit."""

    page: Any = ParentalKey(ReviewCataloguePage, on_delete=models.CASCADE, related_name="rows")
    matter = models.CharField(_("Matter to be reviewed"), max_length=300)
    act = term_field(_("Class of act"), Vocabulary.ACT_CLASS)
    standard = models.TextField(_("Basis and standard (amounts)"))
    unit = models.CharField(_("Undertaking unit"), max_length=100)
    documents = models.TextField(_("Documents to submit"))
    time_limit = models.CharField(_("Time limit of the review"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("Matter to be reviewed")
        verbose_name_plural = _("Matters to be reviewed")

    def __str__(self) -> str:
        return self.matter


class RulesStatus(models.TextChoices):
    """Whether rules hold (有效性)."""

    IN_FORCE = "in_force", _("In force")
    REPEALED = "repealed", _("Repealed")


class RulesDocumentPage(CataloguePage):
    """制度文件: implementing rules of the three systems, with number, dates and validity (law.md 11.2)."""

    kind = "rules_document"
    slug_prefix = "rules"

    doc_no = models.CharField(_("Number of the document"), max_length=80, blank=True)
    issuer = models.CharField(_("Issuing body"), max_length=200)
    written_on = models.DateField(_("Date of the document"), null=True)
    status = models.CharField(_("Validity"), max_length=16, choices=RulesStatus.choices, default=RulesStatus.IN_FORCE)
    repealed_on = models.DateField(_("Repealed on"), null=True, blank=True)
    body = models.TextField(_("Text"), blank=True, help_text=_("Each line becomes a paragraph."))

    class Meta:
        verbose_name = _("Rules document")
        verbose_name_plural = _("Rules documents")
