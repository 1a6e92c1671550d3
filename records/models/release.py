"""What let each public version out: by whom, of exactly which content, why. Nobody changes a row."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ReleaseAct(models.TextChoices):
    """By which act a version was let out."""

    PUBLISH = "publish", _("Published")
    CORRECT = "correct", _("Correction published")
    WINDOW = "window", _("Another window set")
    REPUBLISH = "republish", _("Made public again")
    ENTRY = "entry", _("Saved as an entry of a public list")
    FOUND = "found", _("Public before releases were kept")


class NotReleasedError(PermissionDenied):
    """A page was to become live by another way than its release."""


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Questions asked about releases."""

    def newest_of(self, page_id: Any, revision_id: Any) -> "Release | None":
        """The release that let this revision of a page out last; None when nobody did."""
        if revision_id is None:
            return None
        found = self.filter(page_id=page_id, revision_id=revision_id).select_related("revision")
        return found.order_by("-pk").first()

    def newest_revision(self, page_id: Any) -> Any:
        """The version of a page that was let out last; None when none ever was."""
        found = self.filter(page_id=page_id).select_related("revision").order_by("-pk").first()
        return found.revision if found else None


def _outliving(to: Any) -> Any:
    """A key without a constraint: the row stays as it was written when what it names is gone."""
    return models.ForeignKey(to, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")


class Release(models.Model):
    """One version let out to the public.

    ``content_hash`` is the SHA-256 (hex) of the revision's content, or of the record where the thing has no revisions.
    A person (``user``) or an approved ``source`` stands behind each; ``examiner`` is who approved it in a review.
    """

    record_key = models.CharField(max_length=64, db_index=True)
    page = _outliving(Page)
    revision = _outliving("wagtailcore.Revision")
    content_hash = models.CharField(max_length=64)
    act = models.CharField(_("Act"), max_length=16, choices=ReleaseAct.choices)
    user = _outliving(settings.AUTH_USER_MODEL)
    examiner = _outliving(settings.AUTH_USER_MODEL)
    source = models.CharField(_("Approved source"), max_length=200, blank=True)
    reason = models.TextField(_("Reason"), blank=True)
    released_at = models.DateTimeField(_("Released at"))

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("Release")
        verbose_name_plural = _("Releases")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["page", "revision"], name="records_release_version")]
        constraints = [
            models.CheckConstraint(condition=Q(user__isnull=False) | ~Q(source=""), name="records_release_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.record_key} ({self.get_act_display()})"
