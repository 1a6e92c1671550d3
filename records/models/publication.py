"""The projection: one row for each thing the public may see, and the outbox that feeds the search engines."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RecordState(models.TextChoices):
    """Why a record is or is no longer public. Time is asked separately: see ``PublicRecordQuerySet.public``."""

    PUBLIC = "public", _("Public in its window")
    REMOVED = "removed", _("Taken down by the bureau")
    WITHDRAWN = "withdrawn", _("Withdrawn with a public reason")
    REPAIRED = "repaired", _("Ended after credit repair")


# How a person ended a record for good: only 重新公示 makes it public again.
ENDED_FOR_GOOD = (RecordState.WITHDRAWN, RecordState.REPAIRED)


class PublicRecordQuerySet(models.QuerySet["PublicRecord"]):
    """Questions asked about public records; every one takes the moment of asking."""

    def public(self, now: datetime) -> "PublicRecordQuerySet":
        """Visible at this moment."""
        return self.filter(state=RecordState.PUBLIC, visible_from__lte=now, visible_to__gt=now)

    def ended(self, now: datetime) -> "PublicRecordQuerySet":
        """Was public and is no longer: the window is over or the record was taken down."""
        return self.filter(visible_from__lte=now).filter(Q(visible_to__lte=now) | ~Q(state=RecordState.PUBLIC))

    def waiting(self, now: datetime) -> "PublicRecordQuerySet":
        """Will become public by time alone."""
        return self.filter(state=RecordState.PUBLIC, visible_from__gt=now)

    def with_facet(self, name: str, value: str) -> "PublicRecordQuerySet":
        """With this value of a filter (see ``records.facets``)."""
        return self.filter(facet_rows__name=name, facet_rows__value=value)

    def edges(self, now: datetime) -> dict[str, models.Subquery]:
        """The next start and the next end: the moments at which what is visible changes by time alone."""
        active = self.filter(state=RecordState.PUBLIC)
        start = active.filter(visible_from__gt=now).order_by("visible_from").values("visible_from")[:1]
        end = active.filter(visible_to__gt=now).order_by("visible_to").values("visible_to")[:1]
        return {"next_start": models.Subquery(start), "next_end": models.Subquery(end)}


class PublicRecord(models.Model):
    """The allow-listed, masked fields of a published page. What is not here cannot be shown."""

    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=32)
    page = models.OneToOneField("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="public_record")
    path = models.CharField(
        max_length=400,
        help_text="Address below the base path, e.g. /decisions/2026/2026-1/; empty when another record took it.",
    )
    permalink = models.CharField(max_length=400, blank=True, db_index=True)
    title = models.CharField(max_length=255)
    doc_no = models.CharField(max_length=128, blank=True)
    doc_no_norm = models.CharField(max_length=128, blank=True, db_index=True)
    doc_no_parts = models.JSONField(default=list)
    agency = models.CharField(max_length=255, blank=True)
    agency_code = models.CharField(max_length=18, blank=True)
    region = models.CharField(max_length=6, blank=True)
    parties = models.JSONField(default=list, help_text="[{name, category, code, representative}], masked.")
    party_text = models.CharField(max_length=1000, blank=True)
    codes = models.JSONField(default=list, help_text="Credit codes of the parties.")
    penalty_types = models.JSONField(default=list, help_text="Labels, as decided.")
    facets = models.JSONField(default=dict, help_text="{filter: [values]}: what lists of this kind can be narrowed by.")
    position = models.CharField(
        max_length=64, blank=True, default="", help_text="Place in lists that have no dates: officers, powers."
    )
    result = models.CharField(max_length=400, blank=True)
    amount_fen = models.BigIntegerField(null=True)
    year = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    published_on = models.DateField()
    visible_from = models.DateTimeField()
    visible_to = models.DateTimeField()
    state = models.CharField(max_length=16, choices=RecordState.choices, default=RecordState.PUBLIC)
    notice = models.TextField(blank=True, help_text="What the address answers after the end.")
    fields = models.JSONField(default=dict, help_text="Everything else the detail page shows.")
    body = models.TextField(blank=True, help_text="Text to search.")
    version = models.BigIntegerField(default=1)
    content_hash = models.CharField(max_length=64)
    release = models.ForeignKey(
        "records.Release", null=True, on_delete=models.PROTECT, related_name="+", help_text="What let it out."
    )
    updated_at = models.DateTimeField()

    objects = PublicRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("Public record")
        verbose_name_plural = _("Public records")
        ordering = ["-decided_on", "-pk"]
        indexes = [
            # State first or second: what is public is read in the order of its list, without sorting.
            models.Index(fields=["state", "-decided_on", "-id"], name="records_record_public"),
            models.Index(fields=["state", "-visible_from", "-decided_on", "-id"], name="records_record_newest"),
            models.Index(fields=["state", "visible_to"], name="records_record_to"),
            models.Index(fields=["kind", "state", "-decided_on", "-id"], name="records_record_list"),
            models.Index(fields=["kind", "state", "year", "-decided_on", "-id"], name="records_record_year"),
            models.Index(fields=["kind", "state", "position", "id"], name="records_record_position"),
            # The constraint's partial index does not serve SQLite, which cannot see that an address is not empty.
            models.Index(fields=["path"], name="records_record_path"),
            models.Index(fields=["updated_at"], name="records_record_updated"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(version__gte=1), name="records_record_version_positive"),
            models.UniqueConstraint(fields=["path"], condition=~Q(path=""), name="records_record_path_once"),
            models.CheckConstraint(
                condition=~Q(state="public") | Q(release__isnull=False), name="records_record_public_was_released"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_public(self, now: datetime) -> bool:
        """Visible at this moment."""
        return self.state == RecordState.PUBLIC and self.visible_from <= now < self.visible_to

    def has_ended(self, now: datetime) -> bool:
        """Was public once and is no longer."""
        return self.visible_from <= now and not self.is_public(now)


class ChangeCounter(models.Model):
    """How often what the public sees was written; raised by triggers and summed up in ``records/changes.py``."""

    topic = models.CharField(max_length=16)
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("Change counter")
        verbose_name_plural = _("Change counters")

    def __str__(self) -> str:
        return str(self.value)


class RecordFile(models.Model):
    """“This record shows this file”: asked at each request for a file. Written with the record, in its transaction."""

    record = models.ForeignKey(PublicRecord, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey("privacy.BureauDocument", null=True, on_delete=models.CASCADE, related_name="+")
    image = models.ForeignKey("privacy.BureauImage", null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("File of a record")
        verbose_name_plural = _("Files of records")

    def __str__(self) -> str:
        return f"{self.record_id}: {self.document_id or self.image_id}"


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    """Questions asked about waiting work of the search engines."""

    def due(self, now: datetime) -> "OutboxQuerySet":
        """Ready to be taken up: its time has come and nobody holds it."""
        return self.filter(available_at__lte=now, dead=False).filter(
            Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        )


class OutboxEntry(models.Model):
    """“This engine must hold at least this version of this record”; one row an engine and key, raised by newer acts."""

    engine = models.CharField(max_length=32)
    key = models.CharField(max_length=64)
    version = models.BigIntegerField()
    available_at = models.DateTimeField()
    created_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    lease_token = models.CharField(max_length=36, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    dead = models.BooleanField(default=False)
    last_error = models.TextField(blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("Outbox entry")
        verbose_name_plural = _("Outbox")
        constraints = [models.UniqueConstraint(fields=["engine", "key"], name="records_outbox_once")]
        indexes = [models.Index(fields=["engine", "available_at"], name="records_outbox_due")]

    def __str__(self) -> str:
        return f"{self.engine}: {self.key} v{self.version}"
