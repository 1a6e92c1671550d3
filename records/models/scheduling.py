"""The scheduler's lock and its record of runs."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ScheduleSlotQuerySet(models.QuerySet["ScheduleSlot"]):
    """Taking and giving back a lock that is a row of the database, so that no broker need be trusted."""

    def take(self, job: str, now: datetime, lease: timedelta) -> str:
        """Claim a job; the token of the claim, or the empty text while another holds it.

        A holder that died gives the job free when its lease is over.
        """
        self.get_or_create(job=job)
        token = uuid4().hex
        free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
        with transaction.atomic():
            # PostgreSQL passes by a row that another worker is taking; SQLite has one writer, and no such clause.
            row = self.select_for_update(skip_locked=True).filter(free, job=job).first()
            if row is None:
                return ""
            self.filter(pk=row.pk).update(token=token, leased_until=now + lease)
        return token

    def keep(self, job: str, token: str, until: datetime) -> bool:
        """Hold a claim longer; False when it was lost to another."""
        return bool(self.filter(job=job, token=token).update(leased_until=until))

    def release(self, job: str, token: str) -> None:
        """Give a claim back; a claim that was lost to another stays theirs."""
        self.filter(job=job, token=token).update(leased_until=None, token="")

    def begin(self, job: str, now: datetime, sent: datetime | None) -> bool:
        """Begin what a message asks for; False when a run that began after it was ``sent`` has done it.

        ``sent`` None asks for a run in any case. A start that lies in the future comes from a clock that was wrong.
        """
        self.get_or_create(job=job)
        undone = Q(began_at__isnull=True) | Q(began_at__gt=now)
        undone |= Q(began_at__lt=sent) if sent else Q(began_at__isnull=False)
        return bool(self.filter(undone, job=job).update(began_at=now))

    def end(self, job: str, now: datetime) -> None:
        """Remember that the job came to its end without an error."""
        self.filter(job=job).update(ended_at=now)


class ScheduleSlot(models.Model):
    """Who runs a job at present, and when it last began and came to its end."""

    job = models.CharField(max_length=64, unique=True)
    token = models.CharField(max_length=36, blank=True)
    leased_until = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = ScheduleSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("Lock of a job")
        verbose_name_plural = _("Locks of jobs")

    def __str__(self) -> str:
        return self.job


class SchedulerRun(models.Model):
    """One run of the scheduler: what it did and what failed. ``errors`` is [{model, pk, title, act, error}]."""

    started_at = models.DateTimeField(_("Started"), db_index=True)
    finished_at = models.DateTimeField(_("Finished"), null=True)
    published = models.PositiveIntegerField(_("Published"), default=0)
    changed = models.PositiveIntegerField(_("Changed"), default=0)
    unpublished = models.PositiveIntegerField(_("Ended"), default=0)
    failed = models.PositiveIntegerField(_("Failed"), default=0)
    errors = models.JSONField(_("Errors"), default=list)

    class Meta:
        verbose_name = _("Run of the scheduler")
        verbose_name_plural = _("Runs of the scheduler")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def last(cls) -> "SchedulerRun | None":
        """The newest run; its age tells whether the scheduler lives."""
        return cls.objects.first()

    @property
    def did_something(self) -> bool:
        """Whether any object was touched or failed."""
        return bool(self.published or self.changed or self.unpublished or self.failed)

    def count(self, outcome: str) -> None:
        """Add one to ``published``, ``changed`` or ``unpublished``."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    def note_error(self, **error: Any) -> None:
        """Add one failure."""
        self.failed += 1
        self.errors.append(error)


class RecordRebuildQuerySet(models.QuerySet["RecordRebuild"]):
    """What is to be done."""

    def unfinished(self) -> "RecordRebuildQuerySet":
        """Asked for and not done, oldest first."""
        return self.filter(finished_at__isnull=True).order_by("asked_at", "pk")


class RecordRebuild(models.Model):
    """All records are to be projected again, because a mask or a label changed; and how far that is."""

    asked_at = models.DateTimeField(_("Asked for"))
    started_at = models.DateTimeField(_("Started"), null=True)
    finished_at = models.DateTimeField(_("Finished"), null=True, db_index=True)
    total = models.PositiveIntegerField(_("Records"), default=0)
    read = models.PositiveIntegerField(_("Read"), default=0)
    changed = models.PositiveIntegerField(_("Changed"), default=0)

    objects = RecordRebuildQuerySet.as_manager()

    class Meta:
        verbose_name = _("Projection of all records")
        verbose_name_plural = _("Projections of all records")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M:%S}"
