"""Where records come from, and whether an administrator lets them be published without another look."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log


class Channel(models.TextChoices):
    """How the files of a source arrive."""

    UPLOAD = "upload", _("Uploaded in the admin")
    FOLDER = "folder", _("Watched folder")
    COMMAND = "command", _("Command line")


class ImportSource(models.Model):
    """A sender of files. Its decisions stay drafts until an administrator approves publication by import."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Kind of record"), max_length=32)
    channel = models.CharField(_("Way in"), max_length=16, choices=Channel.choices, default=Channel.UPLOAD)
    agency = models.ForeignKey(
        "pages.AgencyPage",
        verbose_name=_("Authority, where a row names none"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Publication approved by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("Publication approved at"), null=True, blank=True, editable=False)
    approval_reason = models.TextField(_("Reason of the approval"), blank=True, editable=False)

    class Meta:
        verbose_name = _("Import source")
        verbose_name_plural = _("Import sources")
        ordering = ["name"]
        permissions = [("approve_importsource", _("May approve publication by import"))]

    def __str__(self) -> str:
        return self.name

    @property
    def publishes(self) -> bool:
        """Whether what this source sends may be published at once."""
        return self.approved_at is not None

    def approve(self, *, user: Any, reason: str) -> None:
        """Let what this source sends be published; the approval stands on each page published by it."""
        self.approved_by, self.approved_at, self.approval_reason = user, timezone.now(), reason
        self.save(update_fields=["approved_by", "approved_at", "approval_reason"])
        log(self, "importers.approve_source", user=user, data={"reason": reason})

    def revoke(self, *, user: Any) -> None:
        """From now on this source gives drafts; what is public stays."""
        self.approved_by, self.approved_at, self.approval_reason = None, None, ""
        self.save(update_fields=["approved_by", "approved_at", "approval_reason"])
        log(self, "importers.revoke_source", user=user)
