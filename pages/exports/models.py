"""The register of exports (双公示 报送): what went where, when and by whom, and who must be told of an end."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from records.models import TaskCause


class Recipient(models.Model):
    """Who receives exports: a credit platform, a portal, a platform of the construction market."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    contact = models.CharField(_("Contact"), max_length=200, blank=True)
    basis = models.TextField(_("Basis"), blank=True)
    enabled = models.BooleanField(_("In use"), default=True)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("enabled")]), FieldPanel("contact"), FieldPanel("basis")]

    class Meta:
        verbose_name = _("Recipient of exports")
        verbose_name_plural = _("Recipients of exports")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ExportRun(models.Model):
    """One file that left the house. It is not kept here; its hash tells whether another one is the same."""

    kind = models.CharField(_("Kind of record"), max_length=32)
    period_from = models.DateField(_("Decisions from"))
    period_to = models.DateField(_("Decisions to"))
    file_format = models.CharField(_("File format"), max_length=8)
    file_name = models.CharField(_("File"), max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(_("Rows"), default=0)
    decisions = models.PositiveIntegerField(_("Decisions"), default=0)
    with_identity = models.BooleanField(_("With identity numbers"), default=False)
    recipient = models.ForeignKey(
        Recipient, verbose_name=_("Recipient"), null=True, blank=True, on_delete=models.PROTECT, related_name="runs"
    )
    made_at = models.DateTimeField(_("Made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Made by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Export")
        verbose_name_plural = _("Exports")
        ordering = ["-made_at", "-pk"]
        permissions = [("make_export", _("May export decisions for other platforms"))]

    def __str__(self) -> str:
        return self.file_name


class ExportedItem(models.Model):
    """“This version of this record was in that file.”"""

    run = models.ForeignKey(ExportRun, on_delete=models.CASCADE, related_name="items")
    record_key = models.CharField(max_length=64, db_index=True)
    version = models.BigIntegerField()

    class Meta:
        verbose_name = _("Exported record")
        verbose_name_plural = _("Exported records")
        constraints = [models.UniqueConstraint(fields=["run", "record_key"], name="pages_exported_once")]

    def __str__(self) -> str:
        return f"{self.record_key} v{self.version}"


class RecipientTask(models.Model):
    """“Tell this recipient”: it has a record in an earlier export that is withdrawn, repaired or corrected now."""

    recipient = models.ForeignKey(
        Recipient, verbose_name=_("Recipient"), on_delete=models.PROTECT, related_name="tasks"
    )
    record_key = models.CharField(max_length=64, db_index=True)
    title = models.CharField(_("Record"), max_length=255)
    cause = models.CharField(_("Cause"), max_length=16, choices=TaskCause.choices)
    opened_at = models.DateTimeField(_("Opened at"))
    done_at = models.DateTimeField(_("Done at"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Done by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.TextField(_("How it was told"), blank=True)

    class Meta:
        verbose_name = _("Recipient to be told")
        verbose_name_plural = _("Recipients to be told")
        ordering = ["done_at", "opened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.title}"
