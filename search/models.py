"""Index tables in the database itself. Written by the engines only; everything in them can be made again.

The words stand beside these tables, where the ORM does not reach (see migration 0001): on SQLite in the FTS5 table
``search_fts`` (row number: ``slot``) with what is needed to take them out again in ``search_packed``, on PostgreSQL in
the column ``search_databaseentry.words`` (tsvector, GIN).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DatabaseEntry(models.Model):
    """What the database engine holds of one public record: narrow, because lists and counts read thousands of them.

    ``slot`` is drawn anew for each version, so that words left behind under an old one are never taken for this one's.
    An entry that is not ``live`` is a tombstone: it refuses late older versions.
    """

    slot = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=64, unique=True)
    version = models.BigIntegerField()
    content_hash = models.CharField(max_length=64, blank=True)
    live = models.BooleanField(default=True)
    record_id = models.BigIntegerField(null=True, help_text="Its facet rows are those of the record.")
    amount_fen = models.BigIntegerField(null=True)
    decided_on = models.DateField(null=True)
    visible_from = models.DateTimeField(null=True)
    visible_to = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Entry of the database engine")
        verbose_name_plural = _("Entries of the database engine")
        indexes = [models.Index(fields=["-decided_on", "-slot"], name="search_entry_newest")]

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"
