"""One import of one file: its states, its counts, and the lease under which a worker carries it on."""

import datetime as dt
import uuid
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from importers.models.source import ImportSource


class RunState(models.TextChoices):
    """Where a run stands."""

    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, waits for confirmation")
    APPLYING = "applying", _("Being imported")
    DONE = "done", _("Import finished")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


WORKING = (RunState.CHECKING, RunState.APPLYING)
OVER = (RunState.DONE, RunState.FAILED, RunState.CANCELLED)


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Questions asked about runs."""

    def working(self) -> "ImportRunQuerySet":
        """Runs that a worker carries on or should carry on."""
        return self.filter(state__in=WORKING)

    def forsaken(self, now: dt.datetime) -> "ImportRunQuerySet":
        """Working runs whose worker has given no sign of life within its lease, or that none has taken up."""
        return self.working().filter(Q(lease_until__isnull=True) | Q(lease_until__lt=now))

    def with_old_files(self, before: dt.datetime) -> "ImportRunQuerySet":
        """Runs whose source file is past its retention period."""
        return self.filter(created_at__lt=before, file_erased_at__isnull=True).exclude(state__in=WORKING)


class ImportRun(models.Model):
    """The whole truth about one import: whatever kills a worker, another carries on from what is written here."""

    source = models.ForeignKey(ImportSource, verbose_name=_("Source"), on_delete=models.PROTECT, related_name="runs")
    kind = models.CharField(_("Kind of record"), max_length=32)
    form = models.CharField(_("Form of the file"), max_length=32, blank=True)
    state = models.CharField(_("State"), max_length=16, choices=RunState.choices, default=RunState.CHECKING)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Sent by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    publish = models.BooleanField(_("Publish at once"), default=False)
    day = models.DateField(_("Day"), help_text="Dates after this day are in the future.")

    file_name = models.CharField(_("File"), max_length=255)
    stored_name = models.CharField(max_length=80, unique=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    file_erased_at = models.DateTimeField(null=True)
    inbox_name = models.CharField(max_length=255, blank=True)
    filed_at = models.DateTimeField(null=True)

    read = models.PositiveIntegerField(_("Read"), default=0)
    created = models.PositiveIntegerField(_("New decisions"), default=0)
    changed = models.PositiveIntegerField(_("Changed decisions"), default=0)
    unchanged = models.PositiveIntegerField(_("Unchanged"), default=0)
    quarantined = models.PositiveIntegerField(_("Waiting"), default=0)
    skipped = models.PositiveIntegerField(_("Joined or repeated"), default=0)
    over = models.PositiveIntegerField(_("Publicity over"), default=0)

    total = models.PositiveIntegerField(default=0, help_text="Decisions to apply.")
    progress = models.PositiveIntegerField(default=0, help_text="Decisions applied; the next group starts here.")
    prepared = models.BooleanField(default=False, help_text="Rows that wait for their own faults are written.")
    error_code = models.CharField(max_length=32, blank=True)
    error = models.TextField(_("Reason"), blank=True)
    warnings = models.JSONField(default=list)
    warning_count = models.PositiveIntegerField(_("Number of warnings"), default=0)
    difference = models.JSONField(default=dict, help_text="What the dry run found; values masked as on public pages.")

    lease_owner = models.CharField(max_length=36, blank=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(_("Sent at"), default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("Finished at"), null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("Import run")
        verbose_name_plural = _("Import runs")
        ordering = ["-created_at", "-pk"]
        permissions = [("publish_importrun", _("May publish by import"))]
        indexes = [models.Index(fields=["state", "lease_until"], name="importers_run_state")]

    def __str__(self) -> str:
        return f"{self.pk} {self.file_name}"

    @property
    def path(self) -> Path:
        """The stored copy of the source file."""
        return Path(settings.VAR_DIR) / "imports" / self.stored_name

    @property
    def is_working(self) -> bool:
        """Whether a worker carries it on, or should."""
        return self.state in WORKING

    @property
    def seconds(self) -> float:
        """How long the work took so far, in seconds."""
        if self.started_at is None:
            return 0.0
        return round(((self.finished_at or timezone.now()) - self.started_at).total_seconds(), 3)

    def take(self, now: dt.datetime | None = None) -> bool:
        """Take the lease for this object; false when another worker holds it or the run is not at work.

        No broker is trusted to deliver once. A worker passes by a run that another is taking at this moment
        (PostgreSQL); on SQLite the transaction holds the only write lock.
        """
        now = now or timezone.now()
        with transaction.atomic():
            if ImportRun.objects.forsaken(now).select_for_update(skip_locked=True).filter(pk=self.pk).first() is None:
                return False
            ImportRun.objects.filter(pk=self.pk).update(
                lease_owner=str(uuid.uuid4()),
                lease_until=now + lease_time(),
                attempts=F("attempts") + 1,
                started_at=Coalesce("started_at", models.Value(now)),
            )
        self.refresh_from_db()
        return True

    def hold(self, **values: object) -> bool:
        """Write values and renew the lease, if it is still ours; false when another worker has taken over."""
        now = timezone.now()
        held = (
            ImportRun.objects.working()
            .filter(pk=self.pk, lease_owner=self.lease_owner, progress=self.progress)
            .update(lease_until=now + lease_time(), **values)
        )
        if held:
            for name, value in values.items():
                if not hasattr(value, "resolve_expression"):
                    setattr(self, name, value)
        return bool(held)


def lease_time() -> dt.timedelta:
    """How long a worker may be silent."""
    return dt.timedelta(seconds=settings.IMPORT_LEASE_SECONDS)
