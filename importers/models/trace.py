"""What was last imported of each decision, so that a change at the source is told from a change by an editor."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportTrace(models.Model):
    """The base of a three-way comparison: hashes of what the source said last, field by field.

    ``content_hash`` is the whole (``DecisionData.content_hash``), ``identity_mark`` a keyed hash of the identity
    numbers, ``marks`` short hashes of single fields. No value can be read from any of them.
    """

    natural_key = models.CharField(max_length=400, primary_key=True)
    content_hash = models.CharField(max_length=64)
    identity_mark = models.CharField(max_length=64, blank=True)
    marks = models.TextField()
    run = models.ForeignKey("importers.ImportRun", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("Trace of an import")
        verbose_name_plural = _("Traces of imports")

    def __str__(self) -> str:
        return self.natural_key
