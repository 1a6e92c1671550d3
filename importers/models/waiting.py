"""Rows that wait (quarantine): encrypted, because they may hold identity numbers, and erased after a set time."""

import datetime as dt
import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from importers.models.run import ImportRun
from privacy import crypto


class RowState(models.TextChoices):
    """Where a waiting row stands."""

    WAITING = "waiting", _("Waiting")
    MENDED = "mended", _("Mended by a later file")
    REPEATED = "repeated", _("Sent again unmended")
    DISMISSED = "dismissed", _("Dismissed")


class WaitingRowQuerySet(models.QuerySet["WaitingRow"]):
    """Questions asked about rows that wait."""

    def waiting(self) -> "WaitingRowQuerySet":
        """Rows that somebody must still mend."""
        return self.filter(state=RowState.WAITING)

    def readable(self) -> "WaitingRowQuerySet":
        """Rows whose cells are still kept."""
        return self.exclude(cells_token="")

    def past_retention(self, before: dt.datetime) -> "WaitingRowQuerySet":
        """Rows whose cells are to be erased: kept too long, or mended."""
        old = models.Q(run__created_at__lt=before)
        return self.readable().filter(old | ~models.Q(state=RowState.WAITING))


class WaitingRow(models.Model):
    """A row that did not go in, with everything that is wrong with it."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="waiting_rows")
    sheet = models.CharField(_("Sheet"), max_length=64)
    line = models.PositiveIntegerField(_("Line"))
    natural_key = models.CharField(max_length=400, blank=True, db_index=True)
    is_conflict = models.BooleanField(_("Conflict"), default=False)
    problems = models.JSONField(default=list)
    cells_token = models.TextField(blank=True)
    cells_mark = models.CharField(max_length=64, blank=True, db_index=True, help_text="HMAC of the cells.")
    state = models.CharField(_("State"), max_length=16, choices=RowState.choices, default=RowState.WAITING)
    mended_by = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = WaitingRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("Waiting row")
        verbose_name_plural = _("Waiting rows")
        ordering = ["run", "sheet", "line"]
        constraints = [models.UniqueConstraint(fields=["run", "sheet", "line"], name="importers_waiting_once")]
        permissions = [("export_waitingrow", _("May download rows that wait"))]

    def __str__(self) -> str:
        return f"{self.sheet}:{self.line}"

    @property
    def cells(self) -> dict[str, str]:
        """The cells as text by field code; empty once erased."""
        return json.loads(crypto.decrypt(self.cells_token)) if self.cells_token else {}

    def keep(self, cells: dict[str, str]) -> None:
        """Keep cells encrypted, with a keyed hash by which the same row sent again is known."""
        text = json.dumps(cells, ensure_ascii=False, sort_keys=True)
        self.cells_token, self.cells_mark = crypto.encrypt(text), crypto.fingerprint(text)
