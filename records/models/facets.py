"""What records are narrowed and counted by: one row for each value of each filter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.models.publication import PublicRecord

#: A filter's value is cut to this.
LONGEST_VALUE = 255


class RecordFacet(models.Model):
    """“This record has this value of this filter”; the filters of all records and those of its kind.

    The rows follow from the record's columns, by triggers (``records/facets.py``): nothing else writes them.
    """

    record = models.ForeignKey(PublicRecord, on_delete=models.CASCADE, related_name="facet_rows", db_index=False)
    name = models.CharField(max_length=32)
    value = models.CharField(max_length=LONGEST_VALUE)

    class Meta:
        verbose_name = _("Filter value of a record")
        verbose_name_plural = _("Filter values of records")
        constraints = [models.UniqueConstraint(fields=["record", "name", "value"], name="records_facet_once")]
        indexes = [models.Index(fields=["name", "value", "record"], name="records_facet_value")]

    def __str__(self) -> str:
        return f"{self.record_id}: {self.name}={self.value}"
