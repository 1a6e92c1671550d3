"""Early ends of publicity and corrections: withdrawal, credit repair, correction."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rules.models.terms import Vocabulary, term_field


# Records outlive their pages, and these rows outlive both: they name a record by its key.
def _key() -> "models.CharField[Any, Any]":
    return models.CharField(max_length=64, db_index=True)


def _person(label: Any) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class Withdrawal(models.Model):
    """A decision taken down because it was changed, revoked, or found illegal or void (行政处罚法 48).

    Its public face repeats no facts and names no party: number, date, ground, reason.
    """

    record_key = _key()
    kind = models.CharField(max_length=32)
    doc_no = models.CharField(_("Document number"), max_length=128, blank=True)
    doc_no_norm = models.CharField(max_length=128, blank=True, db_index=True)
    agency = models.CharField(_("Agency"), max_length=255, blank=True)
    ground = term_field(_("Ground"), Vocabulary.WITHDRAWAL_GROUND)
    reason = models.TextField(_("Public reason"))
    arisen_on = models.DateField(_("Ground arose on"))
    deciding_body = models.CharField(_("Body that decided so"), max_length=200, blank=True)
    deciding_no = models.CharField(_("Number of that document"), max_length=128, blank=True)
    due_on = models.DateField(_("To be withdrawn by"), null=True)
    withdrawn_at = models.DateTimeField(_("Withdrawn at"))
    withdrawn_by = _person(_("Withdrawn by"))
    closed_at = models.DateTimeField(_("Public again since"), null=True, blank=True)
    closed_reason = models.TextField(_("Reason for making public again"), blank=True)
    closed_by = _person(_("Made public again by"))

    class Meta:
        verbose_name = _("Withdrawal")
        verbose_name_plural = _("Withdrawals")
        ordering = ["-withdrawn_at", "-pk"]
        permissions = [("republish_record", _("May make public again what was withdrawn or repaired"))]

    def __str__(self) -> str:
        return self.doc_no or self.record_key


class CreditRepair(models.Model):
    """信用修复: publicity ended lawfully after repair; the decision itself is without fault (law.md 15)."""

    record_key = _key()
    decided_on = models.DateField(_("Repair decided on"))
    deciding_body = models.CharField(_("Body that decided so"), max_length=200)
    deciding_no = models.CharField(_("Number of that document"), max_length=128, blank=True)
    repaired_at = models.DateTimeField(_("Ended at"))
    repaired_by = _person(_("Ended by"))

    class Meta:
        verbose_name = _("Credit repair")
        verbose_name_plural = _("Credit repairs")
        ordering = ["-repaired_at", "-pk"]
        permissions = [("repair_credit", _("May end publicity after credit repair"))]

    def __str__(self) -> str:
        return str(self.record_key)


class Correction(models.Model):
    """更正: numbered within its record, dated, public, and not removable: triggers of the database refuse it."""

    record_key = _key()
    number = models.PositiveSmallIntegerField(_("Serial number"))
    text = models.TextField(_("What was wrong and what is right"))
    corrected_at = models.DateTimeField(_("Corrected at"))
    corrected_by_name = models.CharField(_("Corrected by"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("Correction")
        verbose_name_plural = _("Corrections")
        ordering = ["record_key", "number"]
        constraints = [models.UniqueConstraint(fields=["record_key", "number"], name="records_correction_once")]

    def __str__(self) -> str:
        return f"{self.record_key} #{self.number}"


class TaskCause(models.TextChoices):
    """Why a recipient must be told."""

    WITHDRAWAL = "withdrawal", _("Withdrawn")
    REPAIR = "repair", _("Credit repaired")
    CORRECTION = "correction", _("Corrected")
