"""What became of each decision of a run: by it the counts of a run lead to their records."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordOutcome(models.TextChoices):
    """What a run did with a record."""

    NEW = "new", _("New decisions")
    CHANGED = "changed", _("Changed decisions")
    UNCHANGED = "unchanged", _("Unchanged")


class ImportedRecord(models.Model):
    """A record that a row of a run made, changed or found as it is; written in the transaction of its group."""

    run = models.ForeignKey("importers.ImportRun", on_delete=models.CASCADE, related_name="records")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=12, choices=RecordOutcome.choices)
    sheet = models.CharField(max_length=64)
    line = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("Imported record")
        verbose_name_plural = _("Imported records")
        constraints = [models.UniqueConstraint(fields=["run", "page"], name="importers_record_once")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.sheet}:{self.line}"
